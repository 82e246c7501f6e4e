namespace Azure.AI.ContentSafety;

public class AnalyzeImageOptions(ContentSafetyImageData image)
{
    public ContentSafetyImageData Image { get; } = image;

    public AnalyzeImageOutputType? OutputType { get; set; }
}
