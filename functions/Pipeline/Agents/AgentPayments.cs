using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Stripe;
using SoraFunctions.Pipeline.Payments;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>Payments of agents' checkouts, through Stripe.</summary>
/// <param name="stripe">Who takes them.</param>
public sealed class AgentPayments(StripeClient stripe)
{
    /// <summary>Tokens of agents are taken by this version of Stripe's API.</summary>
    private const string TokenVersion = "2026-04-22.preview";

    private const int Page = 100;
    private const int MostPages = 20;

    /// <summary>Pays with a token; once for each key.</summary>
    internal Task<PaymentOutcome> Pay(string key, string checkout, string token, Money amount, string once, string? video, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("amount", StripeAmount.Of(amount).ToString(CultureInfo.InvariantCulture)),
            new("currency", amount.Currency.ToLowerInvariant()),
            new("confirm", "true"),
            new("payment_method_data[shared_payment_granted_token]", token),
            new("metadata[checkout]", checkout),
            new("expand[0]", "payment_method"),
        ];
        if (video is not null)
        {
            fields.Add(new("metadata[video]", video));
        }

        return Judged(() => stripe.Post(key, "/v1/payment_intents", fields, once, cancellation, TokenVersion));
    }

    /// <summary>Goes on with a payment that waited for the buyer's bank; once for each key.</summary>
    internal Task<PaymentOutcome> Confirm(string key, string payment, AuthenticationProof proof, string once, CancellationToken cancellation) => Judged(() => stripe.Post(
        key,
        $"/v1/payment_intents/{payment}/confirm",
        [
            new("payment_method_options[card][three_d_secure][cryptogram]", proof.Cryptogram!),
            new("payment_method_options[card][three_d_secure][electronic_commerce_indicator]", proof.Indicator!),
            new("payment_method_options[card][three_d_secure][transaction_id]", proof.TransactionId!),
            new("payment_method_options[card][three_d_secure][version]", proof.Version!),
            new("expand[0]", "payment_method"),
        ],
        once,
        cancellation,
        TokenVersion));

    /// <summary>Gives up a payment that nobody will go on with. Where that fails nothing is taken all the same: it waits for the buyer's bank for ever.</summary>
    internal async Task Drop(string key, string payment, CancellationToken cancellation)
    {
        try
        {
            await stripe.Post(key, $"/v1/payment_intents/{payment}/cancel", [], Once("drop", payment), cancellation, TokenVersion);
        }
        catch (Exception fault) when (fault is IOException or StripeException)
        {
            // Told above.
        }
    }

    /// <summary>What became of the payment of a checkout whose answer was lost: null when Stripe knows of none.</summary>
    /// <param name="key">The account's key.</param>
    /// <param name="checkout">Of which checkout.</param>
    /// <param name="since">When it was begun.</param>
    /// <param name="cancellation">Stops waiting.</param>
    internal async Task<PaymentOutcome?> Find(string key, string checkout, DateTimeOffset since, CancellationToken cancellation)
    {
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var path = string.Create(
                CultureInfo.InvariantCulture, $"/v1/payment_intents?limit={Page}&created[gte]={since.ToUnixTimeSeconds() - 300}&expand[0]=data.payment_method");
            var list = await stripe.Get(key, after is null ? path : $"{path}&starting_after={Uri.EscapeDataString(after)}", cancellation);
            if (!list.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            {
                throw new IOException("Stripe's list of payments has no data.");
            }

            foreach (var payment in data.EnumerateArray())
            {
                after = Text(payment, "id");
                if (payment.TryGetProperty("metadata", out var notes) && Text(notes, "checkout") == checkout)
                {
                    return OutcomeOf(payment);
                }
            }

            if (after is null || !list.TryGetProperty("has_more", out var more) || more.ValueKind != JsonValueKind.True)
            {
                return null;
            }
        }

        throw new IOException("Stripe has more payments of that time than are read.");
    }

    /// <summary>A key of idempotency.</summary>
    internal static string Once(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));

    internal static AgentMessage Declined(string code, string content, string param = "$.payment_data") =>
        new() { Type = "error", Code = code, Resolution = "requires_buyer_input", Param = param, Content = content };

    private static async Task<PaymentOutcome> Judged(Func<Task<JsonElement>> ask)
    {
        try
        {
            return OutcomeOf(await ask());
        }
        catch (StripeException refusal)
        {
            return new PaymentOutcome(Declined: Declined("payment_declined", refusal.Message));
        }
    }

    private static PaymentOutcome OutcomeOf(JsonElement payment) => (Text(payment, "status"), Text(payment, "id")) switch
    {
        ("succeeded", { } id) => new PaymentOutcome(id, Paid: AmountOf(payment)),
        ("requires_action", { } id) => new PaymentOutcome(Asked: new AskedAuthentication(id, ServerOf(payment))),
        ("processing", _) => new PaymentOutcome(),
        _ => new PaymentOutcome(Declined: Declined("payment_declined", "The payment did not go through.")),
    };

    private static Money? AmountOf(JsonElement payment)
    {
        try
        {
            return payment.TryGetProperty("amount_received", out var taken) && taken.TryGetInt64(out var units) && Text(payment, "currency") is { } currency
                ? StripeAmount.Read(units, currency)
                : null;
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // Empty for a card of none of the three that the protocol knows.
    private static string ServerOf(JsonElement payment) =>
        payment.TryGetProperty("payment_method", out var method) && method.ValueKind == JsonValueKind.Object && method.TryGetProperty("card", out var card)
            ? Text(card, "brand") switch { "visa" => "visa", "mastercard" => "mastercard", "amex" => "american_express", _ => "" }
            : "";

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
