namespace Azure.AI.ContentSafety;

public class ContentSafetyImageData(BinaryData content)
{
    public BinaryData Content { get; } = content;
}
