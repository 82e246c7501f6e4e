namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Something found in a text. It never repeats the words of a list.</summary>
/// <param name="Category">What kind.</param>
/// <param name="Severity">0 none, 2 low, 4 medium, 6 high: the scale of Azure AI Content Safety.</param>
/// <param name="Field">Where.</param>
/// <param name="Rule">Stable name of the rule, for the operator.</param>
/// <param name="Remedy">What the caller can do about it, in plain words.</param>
/// <param name="Span">Where in the field's text; null where that is not known.</param>
public sealed record ModerationFinding(ModerationCategory Category, int Severity, string Field, string Rule, string Remedy, FindingSpan? Span = null);
