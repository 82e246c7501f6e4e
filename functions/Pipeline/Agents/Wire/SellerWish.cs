using System.ComponentModel;
using System.Text.RegularExpressions;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>The body of <c>POST /v1/agents</c>: what agents are told of a seller.</summary>
public sealed partial record SellerWish
{
    private const int MostShipping = 20;
    private const int MostDiscounts = 100;
    private const int MostProfiles = 20;
    private const int LongestUrl = 2048;
    private const long LastSecond = 253_402_300_800;

    /// <summary>What the seller is called.</summary>
    [Description("What the seller is called, 1 to 100 characters.")]
    public required string Name { get; init; }

    /// <summary>In which money.</summary>
    [Description("Three-letter code of ISO 4217; products of other currencies are not offered.")]
    public required string Currency { get; init; }

    /// <summary>Where orders are seen.</summary>
    [Description("https address at which a buyer sees an order; {order} stands for its id.")]
    public required string OrderUrl { get; init; }

    /// <summary>Terms of use.</summary>
    [Description("https address of the terms of use.")]
    public string? TermsUrl { get; init; }

    /// <summary>Privacy policy.</summary>
    [Description("https address of the privacy policy.")]
    public string? PrivacyUrl { get; init; }

    /// <summary>Return policy.</summary>
    [Description("https address of the return policy.")]
    public string? ReturnsUrl { get; init; }

    /// <summary>How it is sent.</summary>
    [Description("Ways to have an order sent, the usual one first; none for what is not sent. At most 20.")]
    public IReadOnlyList<ShippingWish>? Shipping { get; init; }

    /// <summary>Who is paid.</summary>
    [Description("Your account at Stripe, acct_…, that agents have tokens of payment made for; without it there is a feed and nothing to be paid.")]
    public string? MerchantId { get; init; }

    /// <summary>Codes that take something off.</summary>
    [Description("Discount codes that checkouts take. At most 100.")]
    public IReadOnlyList<DiscountWish>? Discounts { get; init; }

    /// <summary>Who takes the cards.</summary>
    [Description("What agents need to have a buyer authenticated by his bank (3-D Secure); without it a payment that asks for that is declined.")]
    public AcquirerWish? Acquirer { get; init; }

    /// <summary>Whose token it is in the Universal Commerce Protocol.</summary>
    [Description("Profiles of the Universal Commerce Protocol, https addresses, of the platforms that get the token: their agents may search the catalog by that protocol, others may not. At most 20.")]
    public IReadOnlyList<string>? Profiles { get; init; }

    /// <summary>Where agents hear of orders.</summary>
    [Description("https address that is told of orders, signed with webhook_secret.")]
    public string? WebhookUrl { get; init; }

    /// <summary>What that is signed with.</summary>
    [Description("16 to 200 visible ASCII characters. Kept encrypted, never given back.")]
    public string? WebhookSecret { get; init; }

    /// <summary>The terms.</summary>
    /// <exception cref="RequestException">They are not acceptable; every fault is named.</exception>
    public SellerTerms Terms()
    {
        var faults = new List<RequestError>();
        void Expect(bool fine, string field, string otherwise)
        {
            if (!fine)
            {
                faults.Add(new RequestError(field, $"{field} must be {otherwise}."));
            }
        }

        Expect(Name.Trim().Length is >= 1 and <= 100, "name", "1 to 100 characters");
        var known = Commerce.Prices.Currency.All.Contains(Currency.ToUpperInvariant());
        Expect(known, "currency", "a three-letter code of ISO 4217 such as USD");
        Expect(IsSecure(OrderUrl.Replace("{order}", "1", StringComparison.Ordinal)), "order_url", "an https address");
        foreach (var (field, url) in new[] { ("terms_url", TermsUrl), ("privacy_url", PrivacyUrl), ("returns_url", ReturnsUrl), ("webhook_url", WebhookUrl) })
        {
            Expect(url is null || IsSecure(url), field, "an https address");
        }

        Expect(Profiles is null || (Profiles.Count <= MostProfiles && Profiles.All(IsProfile)), "profiles", $"at most {MostProfiles} https addresses");
        Expect((WebhookUrl is null) == (WebhookSecret is null), "webhook_secret", "given with webhook_url, and only with it");
        Expect(WebhookSecret is null || SecretForm().IsMatch(WebhookSecret), "webhook_secret", "16 to 200 visible ASCII characters");
        Expect(MerchantId is null || MerchantForm().IsMatch(MerchantId), "merchant_id", "an account of Stripe such as acct_1Nv0FGQ9RKHgCVdK");
        Expect(Shipping is null || (Shipping.Count <= MostShipping && Shipping.DistinctBy(one => one.Id).Count() == Shipping.Count), "shipping", $"at most {MostShipping} ways with ids of their own");
        var rates = new List<ShippingRate>();
        foreach (var (index, one) in (Shipping ?? []).Index())
        {
            var price = known ? Price(one.Amount) : null;
            Expect(IdForm().IsMatch(one.Id) && one.Title.Trim().Length is >= 1 and <= 100 && (!known || price is { Amount: >= 0 }), $"shipping[{index}]", "an id of 1 to 64 letters, digits, '-' and '_', a title, and an amount of 0 or more");
            if (price is not null)
            {
                rates.Add(new ShippingRate(one.Id, one.Title.Trim(), price));
            }
        }

        var discounts = new List<SellerDiscount>();
        Expect(
            Discounts is null || (Discounts.Count <= MostDiscounts && Discounts.DistinctBy(one => one.Code, StringComparer.OrdinalIgnoreCase).Count() == Discounts.Count),
            "discounts", $"at most {MostDiscounts}, with codes of their own");
        foreach (var (index, one) in (Discounts ?? []).Index())
        {
            var (off, least) = known ? (one.AmountOff is { } some ? Price(some) : null, one.Minimum is { } from ? Price(from) : null) : (null, null);
            Expect(
                IdForm().IsMatch(one.Code) && one.Title.Trim().Length is >= 1 and <= 100
                    && (one.PercentOff is > 0 and < 100 ? one.AmountOff is null : one.PercentOff is null && (!known || off is { Amount: > 0 }))
                    && (one.Minimum is null || !known || least is { Amount: >= 0 }) && one.EndsAt is null or (> 0 and < LastSecond),
                $"discounts[{index}]", "a code of 1 to 64 letters, digits, '-' and '_', a title, and percent_off over 0 and under 100 or amount_off over 0; minimum an amount, ends_at seconds since 1970");
            discounts.Add(new SellerDiscount(
                one.Code, one.Title.Trim(), one.PercentOff, off?.MinorUnits, least?.MinorUnits ?? 0,
                one.EndsAt is > 0 and < LastSecond and var end ? DateTimeOffset.FromUnixTimeSeconds(end) : null));
        }

        Expect(
            Acquirer is null || (BinForm().IsMatch(Acquirer.Bin) && CountryForm().IsMatch(Acquirer.Country) && AcquirerForm().IsMatch(Acquirer.MerchantId) && Acquirer.MerchantName.Trim().Length is >= 1 and <= 40),
            "acquirer", "a bin of at most 11 digits, a country such as US, a merchant_id of 1 to 35 visible ASCII characters and a merchant_name of 1 to 40");
        return faults.Count > 0 ? throw new RequestException(faults) : new SellerTerms(Name.Trim(), Currency.ToUpperInvariant(), OrderUrl, rates, [.. Links()], MerchantId)
        {
            Discounts = discounts,
            Profiles = Profiles ?? [],
            Acquirer = Acquirer is null ? null : new SellerAcquirer(Acquirer.Bin, Acquirer.Country, Acquirer.MerchantId, Acquirer.MerchantName.Trim()),
        };
    }

    private IEnumerable<AgentLink> Links() =>
        new[] { ("terms_of_use", TermsUrl), ("privacy_policy", PrivacyUrl), ("return_policy", ReturnsUrl) }
            .Where(link => link.Item2 is not null).Select(link => new AgentLink { Type = link.Item1, Url = link.Item2! });

    private Money? Price(string amount)
    {
        try
        {
            return Money.Parse(amount, Currency);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Quotes can't stand in the header that a profile comes in.
    private static bool IsProfile(string url) => IsSecure(url) && url.All(letter => letter is >= '!' and <= '~' and not '"' and not '\\');

    private static bool IsSecure(string url) =>
        url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[0-9]{1,11}\z")]
    private static partial Regex BinForm();

    [GeneratedRegex(@"\A[A-Z]{2}\z")]
    private static partial Regex CountryForm();

    [GeneratedRegex(@"\A[!-~]{1,35}\z")]
    private static partial Regex AcquirerForm();

    [GeneratedRegex(@"\Aacct_[A-Za-z0-9]{4,60}\z")]
    private static partial Regex MerchantForm();

    [GeneratedRegex(@"\A[!-~]{16,200}\z")]
    private static partial Regex SecretForm();
}
