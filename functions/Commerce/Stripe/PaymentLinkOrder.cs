using System.Globalization;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Stripe;

/// <summary>A payment link as Stripe is asked for it (<c>POST /v1/payment_links</c>).</summary>
/// <param name="Product">What is bought, as the payment page shows it.</param>
/// <param name="Price">What one costs, above 0.</param>
public sealed record PaymentLinkOrder(string Product, Money Price)
{
    /// <summary>What led to the payment, such as the video: comes back with each session, and with each payment for refunds.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; }

    /// <summary>What visitors read once the link is off; null for Stripe's own words.</summary>
    public string? InactiveMessage { get; init; }

    /// <summary>The fields of the form, in the order in which they are written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields()
    {
        if (Price.Amount <= 0)
        {
            throw new FormatException($"a payment link needs a price above 0, not {Price}");
        }

        List<KeyValuePair<string, string>> fields =
        [
            new("line_items[0][quantity]", "1"),
            new("line_items[0][price_data][currency]", Price.Currency.ToLowerInvariant()),
            new("line_items[0][price_data][unit_amount]", StripeAmount.Of(Price).ToString(CultureInfo.InvariantCulture)),
            new("line_items[0][price_data][product_data][name]", Product),
            new("allow_promotion_codes", "true"),
        ];

        // A session takes over the link's metadata; a payment, and so a refund, takes only what is said here.
        fields.AddRange(Metadata.Select(one => KeyValuePair.Create($"metadata[{one.Key}]", one.Value)));
        fields.AddRange(Metadata.Select(one => KeyValuePair.Create($"payment_intent_data[metadata][{one.Key}]", one.Value)));
        if (InactiveMessage is { } message)
        {
            fields.Add(new("inactive_message", message));
        }

        return fields;
    }
}
