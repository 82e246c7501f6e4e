using System.Text.RegularExpressions;

namespace SoraFunctions.Commerce.Shopify.Products;

/// <summary>Which pictures of a product are worth filming, and in which order.</summary>
internal static partial class PictureChoice
{
    /// <summary>As many as a request may bring.</summary>
    private const int Most = 8;

    /// <summary>Below, a product would be a blur on the screen.</summary>
    private const int Smallest = 256;

    /// <summary>Beyond, it is a banner or a strip of details.</summary>
    private const double Longest = 3;

    /// <summary>
    /// The shop's own order, with these changes: tables, swatches and the like are left out, as are pictures that are tiny or very long; those that show other
    /// variants than the one whose price is shown come last. Where nothing is left, the first one.
    /// </summary>
    /// <param name="images">All pictures.</param>
    /// <param name="shown">The variant whose price is shown.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<ShopifyImage> images, ShopifyVariant? shown)
    {
        var reachable = images.Where(image => image.Src is { Length: > 0 }).OrderBy(image => image.Position).ToList();
        var worth = reachable.Where(image => IsPicture(image) && !IsPaper(image)).ToList();
        return
        [
            .. (worth.Count > 0 ? worth : reachable.Take(1))
                .OrderBy(image => Rank(image, shown))
                .Select(image => image.Src!)
                .Distinct()
                .Take(Most),
        ];
    }

    private static int Rank(ShopifyImage image, ShopifyVariant? shown) =>
        shown is null || image.VariantIds is not { Count: > 0 } variants ? 1
        : image.Id == shown.ImageId ? 0
        : variants.Contains(shown.Id) ? 1
        : 2;

    private static bool IsPicture(ShopifyImage image)
    {
        var (shorter, longer) = (Math.Min(image.Width, image.Height), Math.Max(image.Width, image.Height));
        return shorter <= 0 || (shorter >= Smallest && longer <= Longest * shorter);
    }

    private static bool IsPaper(ShopifyImage image) =>
        Paper().IsMatch(image.Alt ?? "") || Paper().IsMatch(Uri.TryCreate(image.Src, UriKind.Absolute, out var address) ? Path.GetFileName(address.AbsolutePath) : "");

    [GeneratedRegex(
        @"size[-_ ]?(chart|guide|table)|sizing|measurements?[-_ ]|swatch|colou?r[-_ ]?card|care[-_ ]?(label|guide|instructions?)|ingredients?[-_ ]?(list|label)"
        + @"|nutrition|certificat|warranty|尺码|尺寸表|色卡|洗涤|成分表|营养成分|质检|サイズ表|größentabelle|guide[-_ ]des[-_ ]tailles|gu[ií]a[-_ ]de[-_ ]tallas",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paper();
}
