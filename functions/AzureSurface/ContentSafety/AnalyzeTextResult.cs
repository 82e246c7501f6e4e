namespace Azure.AI.ContentSafety;

public class AnalyzeTextResult
{
    internal AnalyzeTextResult(IReadOnlyList<TextCategoriesAnalysis> categoriesAnalysis) => CategoriesAnalysis = categoriesAnalysis;

    public IReadOnlyList<TextCategoriesAnalysis> CategoriesAnalysis { get; }
}
