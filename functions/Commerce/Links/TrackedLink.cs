namespace SoraFunctions.Commerce.Links;

/// <summary>
/// Where a video sends its viewers, with tags for the shop's statistics. The shop's own query and fragment stay as they are. Where
/// the shop has set a <c>utm_*</c> parameter itself, its value is respected, with one exception: <c>utm_content</c> is always the
/// video, because orders are attributed by it.
/// </summary>
public sealed record TrackedLink
{
    /// <summary>The longest destination that is taken, in characters: what common browsers and shops bear.</summary>
    public const int LongestDestination = 2048;

    private TrackedLink(string destination) => Destination = destination;

    /// <summary>Absolute http or https address, ASCII only, tags included: fit for a <c>Location</c> header.</summary>
    public string Destination { get; }

    /// <summary>Tags an address. Fails with <see cref="FormatException"/> that says what would be accepted.</summary>
    /// <param name="destination">The shop's page.</param>
    /// <param name="tags">What to say about the visit.</param>
    /// <param name="kind">What the destination is, which decides how it is told what led to it.</param>
    /// <param name="discount">A discount code that a cart, a checkout or a payment page is to apply; null for none.</param>
    public static TrackedLink To(string destination, UtmTags tags, LinkKind kind = LinkKind.Page, string? discount = null)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var page = Check(destination);
        var fragment = page.Fragment;
        var query = page.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => NameOf(pair) == "utm_content" ? $"utm_content={tags.Content}" : pair)
            .ToList();
        var taken = query.Select(NameOf).ToHashSet();
        query.AddRange(Told(page, tags, kind, discount).Where(pair => !taken.Contains(NameOf(pair))));

        var port = page.IsDefaultPort ? "" : $":{page.Port}";
        var host = page.HostNameType == UriHostNameType.IPv6 ? page.Host : page.IdnHost;
        return new TrackedLink($"{page.Scheme}://{host}{port}{page.AbsolutePath}?{string.Join('&', query)}{fragment}");
    }

    private static Uri Check(string destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var wrong =
            destination.Length > LongestDestination ? $"has {destination.Length} characters, more than {LongestDestination}"
            : destination.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) ? "holds blanks or control characters"
            : !Uri.TryCreate(destination, UriKind.Absolute, out var uri) ? "is no absolute address"
            : uri.Scheme is not ("http" or "https") ? $"begins with {uri.Scheme}:"
            : uri.UserInfo.Length > 0 ? "holds a user name, which hides where it really leads"
            : uri.Host.Length == 0 ? "names no host"
            : null;
        return wrong is null
            ? new Uri(destination)
            : throw new FormatException($"the link's destination {wrong}; accepted is an address such as https://shop.example/products/kettle");
    }

    // What survives cookies and statistics: a Shopify cart permalink hands attributes on to the order, a payment link of Stripe its reference to
    // the session, a permalink of UCP its attribution to the checkout.
    private static IEnumerable<string> Told(Uri page, UtmTags tags, LinkKind kind, string? discount)
    {
        var code = discount is null ? null : Uri.EscapeDataString(discount);
        var prefix = kind == LinkKind.Permalink ? "attribution/" : "";
        foreach (var (name, value) in tags.Pairs)
        {
            yield return $"{prefix}{name}={value}";
        }

        if (page.AbsolutePath.StartsWith("/cart/", StringComparison.Ordinal) && page.AbsolutePath.Contains(':'))
        {
            yield return $"attributes%5Bvideo%5D={tags.Content}";
            yield return $"attributes%5Bchannel%5D={tags.Source}";
            if (code is not null)
            {
                yield return $"discount={code}";
            }
        }
        else if (page.Host is "buy.stripe.com" || kind == LinkKind.PaymentLink)
        {
            yield return $"client_reference_id={tags.Content}";
            if (code is not null)
            {
                yield return $"prefilled_promo_code={code}";
            }
        }
        else if (kind == LinkKind.Permalink && code is not null)
        {
            yield return $"discounts/codes/0={code}";
        }
    }

    private static string NameOf(string pair) => Uri.UnescapeDataString(pair.Split('=', 2)[0]);
}
