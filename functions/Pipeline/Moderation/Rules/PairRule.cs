namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>Two terms that are worse together than apart.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="First">Tag of the one.</param>
/// <param name="Second">Tag of the other, in any order.</param>
/// <param name="Window">Most characters between the two.</param>
/// <param name="Category">What they are together.</param>
/// <param name="Severity">0, 2, 4 or 6.</param>
internal sealed record PairRule(
    string Name, TermTags First, TermTags Second, int Window, ModerationCategory Category, int Severity);
