using System.Text.Json;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Api.Agents;

/// <summary>Reads what agents send. What the protocol has and this seller does not use is left aside; what is needed must be as it should be.</summary>
internal static class CheckoutReading
{
    private const int MostLines = 100;
    private const int MostOfOne = 1_000;
    private const int LongestText = 500;
    private const int MostCodes = 10;
    private const int LongestCode = 64;

    /// <summary>The lines that are asked for. Quantities are in the items, or beside them as later versions have it; one when nothing is said.</summary>
    public static IReadOnlyList<CheckoutLine>? Lines(JsonElement body, IReadOnlyDictionary<string, CheckoutProduct> products)
    {
        if (!body.TryGetProperty("line_items", out var items))
        {
            return null;
        }

        if (items.ValueKind != JsonValueKind.Array || items.GetArrayLength() is 0 or > MostLines)
        {
            throw AgentFault.Invalid("invalid_line_items", $"line_items must be 1 to {MostLines} items.", "$.line_items");
        }

        return
        [
            .. items.EnumerateArray().Index().Select(one => Line(one.Item, $"$.line_items[{one.Index}]", products))
                .GroupBy(line => line.ItemId).Select(same => same.First() with { Quantity = Math.Min(MostOfOne, same.Sum(line => line.Quantity)) }),
        ];
    }

    /// <summary>The currency; fails unless it is the seller's.</summary>
    public static string Currency(JsonElement body, SellerTerms terms) => Text(body, "currency", "$")?.ToUpperInvariant() == terms.Currency
        ? terms.Currency
        : throw AgentFault.Invalid("unsupported_currency", $"currency must be {terms.Currency.ToLowerInvariant()}.", "$.currency");

    /// <summary>What is said of buyer, address and way of sending, put over what was said before.</summary>
    public static CheckoutState Over(CheckoutState state, JsonElement body, SellerTerms terms) => state with
    {
        Buyer = Buyer(body) ?? state.Buyer,
        Fulfillment = Fulfillment(body) ?? state.Fulfillment,
        Shipping = Shipping(body, terms) ?? state.Shipping,
        Codes = Codes(body) ?? state.Codes,
    };

    /// <summary>
    /// Who led to it, as the agent says: the creative is one of our videos. Never in the way of a checkout, so what is not as it should be says nothing;
    /// whether the video is the seller's is seen when the sale is written down.
    /// </summary>
    public static IEnumerable<Evidence> Evidence(JsonElement body, DateTimeOffset now)
    {
        if (body.TryGetProperty("affiliate_attribution", out var said) && said.ValueKind == JsonValueKind.Object
            && Word(said, "creative_id") is { Length: > 0 and <= 100 } creative && !(Time(said, "expires_at") < now))
        {
            var channel = Word(said, "sub_id") is { } sub && ChannelProfile.Find(sub) is { } profile ? profile.Name : null;
            yield return new Evidence(EvidenceKind.Affiliate, creative, Time(said, "issued_at") is { } at && at < now ? at : now, channel);
        }
    }

    /// <summary>The token that is paid with.</summary>
    public static string Token(JsonElement body) =>
        body.TryGetProperty("payment_data", out var payment) && payment.ValueKind == JsonValueKind.Object && Word(payment, "handler_id") == new AgentHandler { Config = new Dictionary<string, string>() }.Id
            && payment.TryGetProperty("instrument", out var instrument) && instrument.ValueKind == JsonValueKind.Object
            && instrument.TryGetProperty("credential", out var credential) && credential.ValueKind == JsonValueKind.Object
            && Word(credential, "token") is { Length: > 0 and <= 255 } token && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
                ? token
                : throw AgentFault.Invalid("invalid_payment_data", "payment_data must be of the handler card_tokenized, with a token in instrument.credential.", "$.payment_data");

    /// <summary>Whether the agent can have a buyer authenticated by his bank.</summary>
    public static bool Authenticates(JsonElement body) =>
        body.TryGetProperty("capabilities", out var can) && can.ValueKind == JsonValueKind.Object
        && can.TryGetProperty("interventions", out var said) && said.ValueKind == JsonValueKind.Object
        && said.TryGetProperty("supported", out var kinds) && kinds.ValueKind == JsonValueKind.Array
        && kinds.EnumerateArray().Any(kind => kind.ValueKind == JsonValueKind.String && kind.GetString() == "3ds");

    /// <summary>What the buyer's bank said; null when nothing is told of it.</summary>
    public static AuthenticationProof? Proof(JsonElement body)
    {
        if (!Object(body, "authentication_result", out var said))
        {
            return null;
        }

        const string At = "$.authentication_result";
        var outcome = Text(said, "outcome", At) ?? throw AgentFault.Invalid("missing", "authentication_result.outcome is required.", $"{At}.outcome");
        var details = said.TryGetProperty("outcome_details", out var told) ? told : default;
        var proof = new AuthenticationProof(
            outcome, Word(details, "three_ds_cryptogram"), Word(details, "electronic_commerce_indicator"), Word(details, "transaction_id"), Word(details, "version"));
        string?[] parts = [proof.Cryptogram, proof.Indicator, proof.TransactionId, proof.Version];
        return !proof.Holds || parts.All(part => part is { Length: > 0 and <= LongestText }) ? proof
            : throw AgentFault.Invalid(
                "missing", "authentication_result.outcome_details needs three_ds_cryptogram, electronic_commerce_indicator, transaction_id and version.", $"{At}.outcome_details");
    }

    // In discounts.codes, or in coupons as earlier versions have it; an empty list takes them back.
    private static IReadOnlyList<string>? Codes(JsonElement body)
    {
        var (codes, at) = Object(body, "discounts", out var discounts) ? (discounts.TryGetProperty("codes", out var list) ? list : default, "$.discounts.codes")
            : (body.TryGetProperty("coupons", out var coupons) ? coupons : default, "$.coupons");
        if (codes.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        return codes.ValueKind == JsonValueKind.Array && codes.GetArrayLength() <= MostCodes
            && codes.EnumerateArray().All(code => code.ValueKind == JsonValueKind.String && code.GetString() is { Length: > 0 and <= LongestCode } text && !text.Contains('\0'))
                ? [.. codes.EnumerateArray().Select(code => code.GetString()!)]
                : throw AgentFault.Invalid("invalid", $"Discount codes must be at most {MostCodes} texts of 1 to {LongestCode} characters.", at);
    }

    private static CheckoutLine Line(JsonElement item, string at, IReadOnlyDictionary<string, CheckoutProduct> products)
    {
        var inner = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("item", out var nested) ? nested : item;
        var id = Text(inner, "id", at) ?? throw AgentFault.Invalid("missing", $"{at}.id is required.", $"{at}.id");
        if (!products.TryGetValue(id, out var product))
        {
            throw AgentFault.Invalid("invalid_item", $"There is no item '{id}' in the feed of this seller.", $"{at}.id");
        }

        var quantity = 1;
        if (item.TryGetProperty("quantity", out var many) && !(many.ValueKind == JsonValueKind.Number && many.TryGetInt32(out quantity) && quantity is >= 1 and <= MostOfOne))
        {
            throw AgentFault.Invalid("invalid_quantity", $"{at}.quantity must be a whole number from 1 to {MostOfOne}.", $"{at}.quantity");
        }

        return new CheckoutLine(id, product.Title, product.Image, product.Price.MinorUnits, quantity);
    }

    private static AgentBuyer? Buyer(JsonElement body)
    {
        if (!Object(body, "buyer", out var said))
        {
            return null;
        }

        var email = Text(said, "email", "$.buyer");
        return email is { Length: >= 3 } && email.IndexOf('@') is > 0 and var sign && sign < email.Length - 1 ? new AgentBuyer
        {
            Email = email,
            FirstName = Text(said, "first_name", "$.buyer"),
            LastName = Text(said, "last_name", "$.buyer"),
            FullName = Text(said, "full_name", "$.buyer"),
            PhoneNumber = Text(said, "phone_number", "$.buyer"),
        }
        : throw AgentFault.Invalid("invalid_email", "buyer.email must be an e-mail address.", "$.buyer.email");
    }

    private static AgentFulfillment? Fulfillment(JsonElement body)
    {
        if (!Object(body, "fulfillment_details", out var said))
        {
            return null;
        }

        return new AgentFulfillment
        {
            Name = Text(said, "name", "$.fulfillment_details"),
            PhoneNumber = Text(said, "phone_number", "$.fulfillment_details"),
            Email = Text(said, "email", "$.fulfillment_details"),
            Address = Object(said, "address", out var address) ? new AgentAddress
            {
                Name = Needed(address, "name"),
                LineOne = Needed(address, "line_one"),
                LineTwo = Text(address, "line_two", "$.fulfillment_details.address"),
                City = Needed(address, "city"),
                State = Needed(address, "state"),
                Country = Needed(address, "country"),
                PostalCode = Needed(address, "postal_code"),
                Company = Text(address, "company", "$.fulfillment_details.address"),
            }
            : null,
        };

        static string Needed(JsonElement address, string name) => Text(address, name, "$.fulfillment_details.address")
            ?? throw AgentFault.Invalid("missing", $"fulfillment_details.address.{name} is required.", $"$.fulfillment_details.address.{name}");
    }

    private static string? Shipping(JsonElement body, SellerTerms terms)
    {
        if (!body.TryGetProperty("selected_fulfillment_options", out var said) || said.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var id = said.ValueKind == JsonValueKind.Array && said.GetArrayLength() > 0 ? Text(said[0], "option_id", "$.selected_fulfillment_options[0]") : null;
        return terms.Shipping.Any(rate => rate.Id == id) ? id
            : throw AgentFault.Invalid("invalid_fulfillment_option", "selected_fulfillment_options must name one of the session's fulfillment_options.", "$.selected_fulfillment_options");
    }

    private static bool Object(JsonElement of, string name, out JsonElement value) => of.TryGetProperty(name, out value) && value.ValueKind switch
    {
        JsonValueKind.Object => true,
        JsonValueKind.Null => false,
        _ => throw AgentFault.Invalid("invalid", $"{name} must be an object.", $"$.{name}"),
    };

    private static string? Text(JsonElement of, string name, string at)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text && !text.Contains('\0')
            ? text
            : throw AgentFault.Invalid("invalid", $"{name} must be a text of at most {LongestText} characters.", $"{at}.{name}");
    }

    private static string? Word(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time : null;
}
