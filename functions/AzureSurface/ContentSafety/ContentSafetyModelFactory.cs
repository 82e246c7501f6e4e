namespace Azure.AI.ContentSafety;

public static class ContentSafetyModelFactory
{
    public static AnalyzeTextResult AnalyzeTextResult(
        IEnumerable<TextBlocklistMatch>? blocklistsMatch = null, IEnumerable<TextCategoriesAnalysis>? categoriesAnalysis = null) =>
        new([.. categoriesAnalysis ?? []]);

    public static TextCategoriesAnalysis TextCategoriesAnalysis(TextCategory category = default, int? severity = null) =>
        new(category, severity);

    public static AnalyzeImageResult AnalyzeImageResult(IEnumerable<ImageCategoriesAnalysis>? categoriesAnalysis = null) =>
        new([.. categoriesAnalysis ?? []]);

    public static ImageCategoriesAnalysis ImageCategoriesAnalysis(ImageCategory category = default, int? severity = null) =>
        new(category, severity);
}
