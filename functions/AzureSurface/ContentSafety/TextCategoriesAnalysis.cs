namespace Azure.AI.ContentSafety;

public class TextCategoriesAnalysis
{
    internal TextCategoriesAnalysis(TextCategory category, int? severity) => (Category, Severity) = (category, severity);

    public TextCategory Category { get; }

    public int? Severity { get; }
}
