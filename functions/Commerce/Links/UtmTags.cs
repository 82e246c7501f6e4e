using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Commerce.Links;

/// <summary>
/// What the shop's own statistics learn about a visit. Values are kept to A-Z, a-z, 0-9, - and _ and 150 characters: Stripe drops
/// others without a word.
/// </summary>
public sealed record UtmTags
{
    private const int Longest = 150;

    /// <summary>Names the visit.</summary>
    /// <param name="channel">Where the video was seen, such as <c>tiktok</c>.</param>
    /// <param name="campaign">What it was made for, in any script.</param>
    /// <param name="videoId">Which video.</param>
    public UtmTags(string channel, string campaign, string videoId)
    {
        Source = Slug(channel, nameof(channel));
        Campaign = Slug(campaign, nameof(campaign));
        Content = Slug(videoId, nameof(videoId));
    }

    /// <summary><c>utm_source</c>: the channel.</summary>
    public string Source { get; }

    /// <summary><c>utm_medium</c>: always <c>video</c>.</summary>
    public string Medium => "video";

    /// <summary><c>utm_campaign</c>.</summary>
    public string Campaign { get; }

    /// <summary><c>utm_content</c>: the video.</summary>
    public string Content { get; }

    /// <summary>The four parameters in the order in which they are written.</summary>
    internal IEnumerable<(string Name, string Value)> Pairs =>
        [("utm_source", Source), ("utm_medium", Medium), ("utm_campaign", Campaign), ("utm_content", Content)];

    private static string Slug(string text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text, name);
        var slug = new StringBuilder();
        foreach (var letter in text.Replace("ß", "ss").Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
            {
                slug.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug is { Length: > 0 } && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var kept = slug.ToString().Trim('-');
        return kept.Length > 0
            ? kept[..Math.Min(kept.Length, Longest)].TrimEnd('-')
            : "x-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
    }
}
