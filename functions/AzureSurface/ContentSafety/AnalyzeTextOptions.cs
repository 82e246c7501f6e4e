namespace Azure.AI.ContentSafety;

public class AnalyzeTextOptions(string text)
{
    public string Text { get; } = text;

    public AnalyzeTextOutputType? OutputType { get; set; }
}
