namespace Azure.AI.ContentSafety;

public class TextBlocklistMatch
{
    internal TextBlocklistMatch()
    {
    }
}
