namespace SoraFunctions.Pipeline.Outbound;

/// <summary>The base64 form of a data: URL (RFC 2397).</summary>
internal static class DataUrl
{
    /// <summary>Its bytes; null when it is none, or not base64.</summary>
    public static byte[]? Decode(string url)
    {
        var comma = url.IndexOf(',');
        if (comma < 0 || !url.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var text = url.AsSpan(comma + 1);
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64Chars(text, bytes, out var count) ? bytes[..count] : null;
    }
}
