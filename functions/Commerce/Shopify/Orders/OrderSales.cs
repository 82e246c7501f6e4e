using System.Text.RegularExpressions;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>What orders and refunds of Shopify mean for who counts sales.</summary>
public static partial class OrderSales
{
    /// <summary>Most letters of a discount code in Shopify.</summary>
    private const int LongestCode = 255;

    /// <summary>More than any order can have; the rest of a made-up list is left out.</summary>
    private const int MostCodes = 50;

    /// <summary>The attribute of a cart that names the video.</summary>
    public const string VideoAttribute = "video";

    /// <summary>The attribute of a cart that names the channel on which it was seen.</summary>
    public const string ChannelAttribute = "channel";

    /// <summary>What an order tells; null for a test, and for one without a price.</summary>
    /// <param name="shop">Whose.</param>
    /// <param name="order">The order.</param>
    /// <param name="paid">Whether it is paid, and not just placed.</param>
    /// <param name="now">When it was told, for orders that don't say when.</param>
    public static SaleEvent? Of(ShopDomain shop, ShopifyOrder order, bool paid, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(order);
        if (order.Test == true || Amount(order.TotalPrice, order.Currency) is not { } amount)
        {
            return null;
        }

        var name = NameOf(shop, order.Id);
        var at = (paid ? order.ProcessedAt ?? order.UpdatedAt : null) ?? order.CreatedAt ?? now;
        return new SaleEvent($"{name}:{(paid ? "paid" : "placed")}", name, paid ? SaleEventKind.Paid : SaleEventKind.Placed, at, amount)
        {
            Evidence = [.. EvidenceOf(order)],
            DiscountCodes = [.. (order.DiscountCodes ?? []).Select(used => used.Code).OfType<string>().Where(code => code.Length is > 0 and <= LongestCode).Take(MostCodes)],
        };
    }

    /// <summary>What a refund tells; null when no money moved.</summary>
    /// <param name="shop">Whose.</param>
    /// <param name="refund">The refund.</param>
    /// <param name="now">When it was told, for refunds that don't say when.</param>
    public static SaleEvent? Of(ShopDomain shop, ShopifyRefund refund, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(refund);
        var moved = (refund.Transactions ?? [])
            .Where(one => one is { Kind: "refund", Status: "success" })
            .Select(one => Amount(one.Amount, one.Currency))
            .OfType<Money>()
            .ToList();
        if (moved.Count == 0 || moved.Any(one => one.Currency != moved[0].Currency))
        {
            return null;
        }

        var name = NameOf(shop, refund.OrderId);
        var amount = new Money(moved.Sum(one => one.Amount), moved[0].Currency);
        return new SaleEvent($"{name}:refund:{refund.Id}", name, SaleEventKind.Refunded, refund.CreatedAt ?? now, amount);
    }

    /// <summary>The name that an order goes by among all shops and payments: <c>shopify:green-kettle/450789469</c>.</summary>
    /// <param name="shop">Whose.</param>
    /// <param name="order">Its number in the shop.</param>
    public static string NameOf(ShopDomain shop, long order)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return FormattableString.Invariant($"{PrefixOf(shop)}{order}");
    }

    /// <summary>What the names of all orders of a shop begin with.</summary>
    /// <param name="shop">Whose.</param>
    public static string PrefixOf(ShopDomain shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return $"shopify:{shop.Name.Split('.')[0]}/";
    }

    /// <summary>The video that a page's address names by its <c>utm_content</c>; null for none.</summary>
    /// <param name="page">An address, whole or from its path on.</param>
    internal static string? VideoOf(string? page) => page is null ? null
        : UtmContent().Match(page) is { Success: true } tag ? tag.Groups[1].Value
        : null;

    /// <summary>The channel that a page's address names by its <c>utm_source</c>; null for none.</summary>
    /// <param name="page">An address, whole or from its path on.</param>
    internal static string? ChannelOf(string? page) => page is null ? null
        : UtmSource().Match(page) is { Success: true } tag ? tag.Groups[1].Value
        : null;

    private static IEnumerable<Evidence> EvidenceOf(ShopifyOrder order)
    {
        var channel = order.NoteAttributes?.FirstOrDefault(one => one.Name == ChannelAttribute && one.Value is { } value && Slug().IsMatch(value))?.Value;
        foreach (var attribute in order.NoteAttributes ?? [])
        {
            if (attribute.Name == VideoAttribute && attribute.Value is { } video && VideoId().IsMatch(video))
            {
                yield return new Evidence(EvidenceKind.OrderAttribute, video, order.CreatedAt, channel);
            }
        }

        if (VideoOf(order.LandingSite) is { } landed)
        {
            yield return new Evidence(EvidenceKind.Utm, landed, order.CreatedAt, ChannelOf(order.LandingSite));
        }
    }

    private static Money? Amount(string? text, string? currency)
    {
        try
        {
            return text is null || currency is null ? null : Money.Parse(text, currency);
        }
        catch (FormatException)
        {
            // A currency or a fraction of one that nobody here knows can't be counted.
            return null;
        }
    }

    [GeneratedRegex(@"[?&]utm_content=(video_[0-9a-f]{32})(?=[&#]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex UtmContent();

    [GeneratedRegex(@"[?&]utm_source=([a-z0-9-]{1,40})(?=[&#]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex UtmSource();

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\Avideo_[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VideoId();
}
