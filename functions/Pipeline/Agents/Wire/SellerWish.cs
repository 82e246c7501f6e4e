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
    private const int LongestUrl = 2048;

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

        return faults.Count > 0 ? throw new RequestException(faults) : new SellerTerms(Name.Trim(), Currency.ToUpperInvariant(), OrderUrl, rates, [.. Links()], MerchantId);
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

    private static bool IsSecure(string url) =>
        url.Length <= LongestUrl && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\Aacct_[A-Za-z0-9]{4,60}\z")]
    private static partial Regex MerchantForm();

    [GeneratedRegex(@"\A[!-~]{16,200}\z")]
    private static partial Regex SecretForm();
}
