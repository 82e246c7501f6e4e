namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>Addresses of pictures at Shopify's content network.</summary>
public static class ShopifyPicture
{
    /// <summary>The most that every judge of pictures takes, and more than any channel shows, in pixels.</summary>
    private const int Largest = 2048;

    private const string Host = "cdn.shopify.com";

    /// <summary>
    /// The address of a picture in a size that can be worked with. Shops keep up to 5000 pixels a side; the network makes smaller ones by <c>width</c>, and never
    /// larger ones. Addresses elsewhere stay as they are.
    /// </summary>
    /// <param name="source">An absolute address.</param>
    public static string Sized(string source)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Host != Host || address.Query.TrimStart('?').Split('&').Any(one => one.StartsWith("width=", StringComparison.Ordinal)))
        {
            return source;
        }

        return $"{address.GetLeftPart(UriPartial.Path)}{(address.Query.Length > 1 ? $"{address.Query}&" : "?")}width={Largest}";
    }
}
