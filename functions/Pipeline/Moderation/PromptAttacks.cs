namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Commands to whoever reads. In a caller's own words they are an attack; in the text of a product they are data, and reported.</summary>
public static class PromptAttacks
{
    /// <summary>Of what is reported and no more.</summary>
    private const int Low = 2;

    /// <summary>Whether a field's text comes from elsewhere, such as a shop, and is never obeyed.</summary>
    /// <param name="field">Such as <c>product.description</c>.</param>
    public static bool IsData(string field) =>
        field.StartsWith("product.", StringComparison.Ordinal) || field.StartsWith("brand.", StringComparison.Ordinal);

    /// <summary>The severity that a finding has in a field.</summary>
    /// <param name="category">Of the finding.</param>
    /// <param name="severity">By itself.</param>
    /// <param name="field">Where it is.</param>
    public static int Severity(ModerationCategory category, int severity, string field) =>
        category == ModerationCategory.PromptAttack && IsData(field) ? Math.Min(severity, Low) : severity;

    /// <summary>What the caller is told of commands that were read as data.</summary>
    /// <param name="verdict">The judgement of the request.</param>
    public static IEnumerable<string> Warnings(ModerationVerdict verdict) => verdict.Findings
        .Where(finding => finding.Category == ModerationCategory.PromptAttack && IsData(finding.Field))
        .Select(finding => finding.Field)
        .Distinct()
        .Select(field => $"{field} holds instructions to whoever reads it. They were treated as text of the product, and not followed.");
}
