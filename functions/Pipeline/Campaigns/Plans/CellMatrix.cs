using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Plans;

/// <summary>
/// The cells of a run: every product in every variant, channel and locale. Cells are made when they are asked for, any of them by its number; those
/// that share pictures (locales of one product, variant and channel) follow one another.
/// </summary>
public sealed class CellMatrix
{
    /// <summary>Raised whenever the same campaign would give other videos: no video of an older plan is taken for one of this.</summary>
    private const string Version = "cell/1";

    /// <summary>Length of a video where nobody says how long, in seconds.</summary>
    private const decimal UsualSeconds = 10;

    private readonly CampaignWish _wish;
    private readonly IReadOnlyList<PlannedProduct> _products;
    private readonly IReadOnlyList<VariantWish> _variants;
    private readonly IReadOnlyList<ChannelProfile> _channels;
    private readonly NamingPattern _naming;
    private readonly DateTimeOffset _date;
    private readonly IReadOnlyList<byte[]> _common;

    /// <summary>A matrix.</summary>
    /// <param name="wish">A campaign that keeps to <see cref="CampaignRules"/>.</param>
    /// <param name="products">The products of this run.</param>
    /// <param name="variants">The variants of this run: those of the campaign, or the winner of its learning.</param>
    /// <param name="date">When the run was due.</param>
    /// <param name="look">What the tenant has set for all its videos: <see cref="Tenants.TenantSettings.Look"/>.</param>
    public CellMatrix(
        CampaignWish wish, IReadOnlyList<PlannedProduct> products, IReadOnlyList<VariantWish> variants, DateTimeOffset date, string look = "")
    {
        (_wish, _products, _variants, _date) = (wish, products, variants, date);
        _channels = [.. wish.Channels.Select(name => ChannelProfile.Find(name)!)];
        _naming = NamingPattern.Of(wish);
        _common = [.. variants.Select(variant => Common(wish.Ad, variant, look))];
    }

    /// <summary>How many cells there are.</summary>
    public int Count => checked(_products.Count * _variants.Count * _channels.Count * _wish.Locales.Count);

    /// <summary>The cell of that number.</summary>
    /// <param name="number">0 to <see cref="Count"/> - 1.</param>
    public CampaignCell this[int number]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
            var (product, variant, channel, locale) = At(number);
            return new CampaignCell(
                number, product, locale, channel.Name, _variants[variant].Name, NameOf(number), SecondsOf(_wish.Ad, _variants[variant], channel))
            {
                Key = KeyOf(_common[variant], product.Document, channel.Name, locale),
            };
        }
    }

    /// <summary>A name that two cells would have, for file systems that tell no case apart; null where there is none.</summary>
    public string? NameGivenTwice()
    {
        var names = new HashSet<string>(Count, StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < Count; number++)
        {
            if (NameOf(number) is var name && !names.Add(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Cells in their order, each made when it is come to.</summary>
    /// <param name="from">The first.</param>
    public IEnumerable<CampaignCell> From(int from = 0)
    {
        for (var number = from; number < Count; number++)
        {
            yield return this[number];
        }
    }

    /// <summary>Length of a video of a variant in a channel, in seconds.</summary>
    /// <param name="ad">What all cells have in common.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="channel">The channel.</param>
    public static decimal SecondsOf(AdRequest? ad, VariantWish variant, ChannelProfile channel) =>
        channel.Seconds.Nearest(variant.Seconds?.Value ?? ad?.Seconds?.Value ?? UsualSeconds);

    private (PlannedProduct Product, int Variant, ChannelProfile Channel, string Locale) At(int number)
    {
        var (rest, locale) = Math.DivRem(number, _wish.Locales.Count);
        (rest, var channel) = Math.DivRem(rest, _channels.Count);
        (rest, var variant) = Math.DivRem(rest, _variants.Count);
        return (_products[rest], variant, _channels[channel], _wish.Locales[locale]);
    }

    private string NameOf(int number)
    {
        var (product, variant, channel, locale) = At(number);
        return _naming.For(_wish.Name, product, locale, channel.Name, _variants[variant].Name, number, _date);
    }

    private static string KeyOf(byte[] common, string product, string channel, string locale)
    {
        Span<byte> buffer = stackalloc byte[common.Length + 256];
        common.CopyTo(buffer);
        var length = common.Length;
        foreach (var part in (ReadOnlySpan<string>)[product, channel, locale])
        {
            buffer[length++] = 0;
            length += Encoding.UTF8.GetBytes(part, buffer[length..]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer[..length]));
    }

    // What an advertisement has in common says which video it is; what a variant is called does not.
    private static byte[] Common(AdRequest? ad, VariantWish variant, string look) => SHA256.HashData(
    [
        .. Encoding.UTF8.GetBytes(Version), 0,
        .. JsonSerializer.SerializeToUtf8Bytes(ad ?? new AdRequest(), WireJson.Options), 0,
        .. JsonSerializer.SerializeToUtf8Bytes(variant with { Name = "" }, WireJson.Options),
        .. Encoding.UTF8.GetBytes(look.Length > 0 ? $"\0{look}" : ""),
    ]);
}
