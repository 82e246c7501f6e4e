namespace Azure.AI.ContentSafety;

public class ImageCategoriesAnalysis
{
    internal ImageCategoriesAnalysis(ImageCategory category, int? severity) => (Category, Severity) = (category, severity);

    public ImageCategory Category { get; }

    public int? Severity { get; }
}
