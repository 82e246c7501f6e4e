using System.Globalization;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>
/// From a campaign to the order of a cell, in two steps: the advertisement of a product in a variant, which is read once with all its pictures, and
/// then what its locale and channel make of it. The seed is that of the first step, so that what has no words in it looks the same in every locale.
/// </summary>
internal static class CellAd
{
    /// <summary>The advertisement of a product in a variant, as a caller would send it.</summary>
    public static AdRequest Of(CampaignWish wish, CampaignProduct product, VariantWish variant)
    {
        var ad = wish.Ad ?? new AdRequest();
        return ad with
        {
            Prompt = PromptOf(ad.Prompt, variant),
            Product = product.Product,
            Link = product.Link ?? ad.Link,
            Language = wish.Locales[0],
            Channels = [wish.Channels[0]],
            Seconds = variant.Seconds ?? ad.Seconds,
            Mood = variant.Mood ?? ad.Mood,
            Dramaturgy = variant.Dramaturgy ?? ad.Dramaturgy,
            Variant = variant.Storyboard ?? ad.Variant,
            Music = variant.Music ?? ad.Music,
        };
    }

    /// <summary>What a locale and a channel make of it.</summary>
    /// <param name="read">The advertisement of a product in a variant.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="product">The product.</param>
    public static VideoRequest In(VideoRequest read, CampaignCell cell, CampaignProduct product)
    {
        var words = WordsOf(product, cell.Locale);
        return read with
        {
            Language = cell.Locale,
            Channels = [ChannelProfile.Find(cell.Channel)!.Name],
            Seconds = cell.Seconds,
            Link = words?.Link is { } link ? LinkRules.Wish(link) : read.Link,
            Product = read.Product is null || words is null ? read.Product : read.Product with
            {
                Title = words.Title?.Trim() ?? read.Product.Title,
                Description = words.Description?.Trim() ?? read.Product.Description,
                Price = words.Price is { } price ? decimal.Parse(price.Amount, CultureInfo.InvariantCulture) : read.Product.Price,
                Currency = words.Price?.Currency ?? read.Product.Currency,
                CompareAtPrice = words.Price is null ? read.Product.CompareAtPrice : null,
            },
        };
    }

    // zh-Hant-TW takes what is said for it, else for zh-Hant, else for zh, however those are written (RFC 4647, 3.4).
    private static LocalWords? WordsOf(CampaignProduct product, string locale)
    {
        for (var tag = locale; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (product.Locales?.FirstOrDefault(words => words.Key.Equals(tag, StringComparison.OrdinalIgnoreCase)).Value is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The words of a variant, around those that all have in common; null for none.</summary>
    public static string? PromptOf(string? common, VariantWish variant)
    {
        string?[] parts = [variant.Hook, variant.Prompt ?? common, variant.Setting];
        return string.Join(". ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim().TrimEnd('.'))) is { Length: > 0 } prompt ? prompt : null;
    }
}
