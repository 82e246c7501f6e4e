using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>What a link may say, and what it comes to.</summary>
internal static partial class LinkRules
{
    private const int Most = 50;
    private const int MostItems = 20;

    public static void Check(AdLink link, RequestFaults faults)
    {
        Address("link.url", link.Url, faults);
        if (link.Campaign is { } campaign && !CampaignForm().IsMatch(campaign))
        {
            faults.Add("link.campaign", "link.campaign must have 1 to 100 letters, digits, '-' and '_'.");
        }

        if (link.DiscountCode is { } code && !CodeForm().IsMatch(code))
        {
            faults.Add("link.discount_code", "link.discount_code must have 1 to 64 letters, digits, '-' and '_'.");
        }

        if (link.Targets is { Count: > Most })
        {
            faults.Add("link.targets", $"link.targets may be at most {Most}.");
            return;
        }

        foreach (var (index, target) in (link.Targets ?? []).Index())
        {
            Check($"link.targets[{index}]", target, faults);
        }
    }

    /// <summary>The wish of a link that was checked.</summary>
    public static LinkWish Wish(AdLink link) => new(link.Url, link.Campaign)
    {
        Discount = link.DiscountCode,
        ExpiresAt = link.ExpiresAt,
        Targets = link.Targets is not { Count: > 0 } targets ? null : [.. targets.Select(Target)],
    };

    private static LinkTarget Target(AdLinkTarget wire) => Place(wire) with
    {
        Channels = [.. (wire.Channels ?? []).Select(name => ChannelProfile.Find(name)!.Name).Distinct()],
        Countries = wire.Countries ?? [],
        Languages = wire.Languages ?? [],
    };

    private static LinkTarget Place(AdLinkTarget wire) => wire switch
    {
        { Cart: { } cart } => new LinkTarget(
            new CartPermalink(cart.Host, [.. cart.Items.Select(item => new CartItem(VariantOf(item.Key), item.Value))]).Address(), LinkKind.Cart),
        { Permalink: { } permalink } => new LinkTarget(
            new UcpPermalink(new Uri(permalink.Endpoint, UriKind.RelativeOrAbsolute), [.. permalink.Items]).Address(), LinkKind.Permalink),
        { Payment: true } => new LinkTarget("", LinkKind.PaymentLink),
        _ => new LinkTarget(wire.Url!, LinkKind.Page),
    };

    private static long VariantOf(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void Check(string field, AdLinkTarget target, RequestFaults faults)
    {
        if (new object?[] { target.Url, target.Cart, target.Permalink, target.Payment is true ? target : null }.Count(one => one is not null) != 1)
        {
            faults.Add(field, $"{field} must have exactly one of url, cart, permalink and payment: true.");
            return;
        }

        if (target.Channels?.FirstOrDefault(name => ChannelProfile.Find(name) is null) is { } channel)
        {
            faults.Add($"{field}.channels", $"{field}.channels must be of {string.Join(", ", ChannelProfile.Names)}; there is no '{channel}'.");
        }

        if (target.Countries?.All(code => CountryForm().IsMatch(code)) is false)
        {
            faults.Add($"{field}.countries", $"{field}.countries must be ISO 3166-1 codes of two capitals, such as DE.");
        }

        foreach (var language in target.Languages ?? [])
        {
            faults.Language($"{field}.languages", language);
        }

        if (target.Url is { } url)
        {
            Address($"{field}.url", url, faults);
            return;
        }

        if (target.Payment is true)
        {
            return;
        }

        if ((target.Cart?.Items.Count ?? target.Permalink!.Items.Count) > MostItems)
        {
            faults.Add(field, $"{field} may have at most {MostItems} items.");
            return;
        }

        try
        {
            Place(target);
        }
        catch (FormatException fault)
        {
            faults.Add(field, $"{field}: {fault.Message}.");
        }
    }

    private static void Address(string field, string url, RequestFaults faults)
    {
        if (url.Length > TrackedLink.LongestDestination || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            faults.Add(field, $"{field} must be an absolute http or https address of at most 2,048 characters.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}\z")]
    private static partial Regex CampaignForm();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex CountryForm();
}
