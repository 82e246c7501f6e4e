using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Commerce.Links;

/// <summary>
/// A link that opens a checkout at any shop of the Universal Commerce Protocol that has the capability <c>dev.ucp.shopping.permalink</c>
/// (2026-04-08). It is followed by 303 alone, never by a permanent redirect.
/// </summary>
/// <param name="Endpoint">Where the shop takes such links: https, without query and fragment.</param>
/// <param name="Items">The shop's ids of what is put into the cart with how many of each, one or more.</param>
public sealed partial record UcpPermalink(Uri Endpoint, IReadOnlyList<KeyValuePair<string, int>> Items)
{
    /// <summary>Codes of discounts that are applied.</summary>
    public IReadOnlyList<string> Discounts { get; init; } = [];

    /// <summary>What led to the visit, such as <c>utm_content</c>: flat names and values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attribution { get; init; } = [];

    /// <summary>The address, ASCII only. Fails with <see cref="FormatException"/> that says what would be accepted.</summary>
    public string Address()
    {
        if (!Endpoint.IsAbsoluteUri || Endpoint.Scheme != Uri.UriSchemeHttps || Endpoint.Query.Length > 0 || Endpoint.Fragment.Length > 0 || Endpoint.UserInfo.Length > 0)
        {
            throw new FormatException($"the endpoint of permalinks must be an https address without query, fragment and user name; it is '{Endpoint}'");
        }

        if (Items.Count == 0 || Items.Any(item => item.Key.Length == 0 || item.Value < 1))
        {
            throw new FormatException("a permalink needs one item or more, each with an id and a quantity of 1 or more");
        }

        var query = Discounts.Select((code, index) => FormattableString.Invariant($"discounts/codes/{index}={Uri.EscapeDataString(code)}"))
            .Concat(Attribution.Select(one => $"attribution/{Uri.EscapeDataString(Step(one.Key))}={Uri.EscapeDataString(one.Value)}"))
            .ToList();
        var items = string.Join(',', Items.Select(item => FormattableString.Invariant($"{Plain(item.Key)}:{item.Value}")));
        return $"{Endpoint.AbsoluteUri.TrimEnd('/')}/{items}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    // An id with other characters goes as "~" and base64url of its UTF-8 bytes.
    private static string Plain(string id) => Simple().IsMatch(id) ? id : "~" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(id));

    // A step of a JSON Pointer (RFC 6901).
    private static string Step(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex Simple();
}
