using System.Text.Json;
using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Commerce.Stripe;

/// <summary>What events and sessions of Stripe say about sales. What is no sale, or not as it should be, says nothing.</summary>
public static class StripeSales
{
    /// <summary>The sale that an event tells of; null for none.</summary>
    /// <param name="stripeEvent">The event's JSON.</param>
    public static SaleEvent? OfEvent(JsonElement stripeEvent)
    {
        if (Text(stripeEvent, "type") is not { } type || Number(stripeEvent, "created") is not { } created
            || !stripeEvent.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object
            || !data.TryGetProperty("object", out var subject) || subject.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return type switch
        {
            "checkout.session.completed" or "checkout.session.async_payment_succeeded" => OfSession(subject, created),
            "charge.refunded" => OfRefund(subject, created),
            _ => null,
        };
    }

    /// <summary>
    /// The sale that a checkout session is: paid once Stripe says so, placed before that. Told twice, by an event and in a list, it is the same sale.
    /// </summary>
    /// <param name="session">The session's JSON.</param>
    /// <param name="told">When it was told, in seconds since 1970.</param>
    public static SaleEvent? OfSession(JsonElement session, long told)
    {
        if (Text(session, "id") is not { Length: > 0 } id || Text(session, "status") is not (null or "complete")
            || Number(session, "amount_total") is not { } units || Text(session, "currency") is not { } currency || Time(told) is not { } at)
        {
            return null;
        }

        var paid = Text(session, "payment_status") == "paid";
        return Sale($"stripe:{id}/{(paid ? "paid" : "placed")}", $"stripe:{id}", paid ? SaleEventKind.Paid : SaleEventKind.Placed, at, units, currency) is not { } sale ? null : sale with
        {
            AlsoKnownAs = Text(session, "payment_intent") is { Length: > 0 } payment ? [$"stripe:{payment}"] : [],
            Evidence = EvidenceOf(session),
        };
    }

    // Stripe tells all that was given back of a charge so far, so that the later tale of the same refund holds.
    private static SaleEvent? OfRefund(JsonElement charge, long told) =>
        Text(charge, "id") is { Length: > 0 } id && Number(charge, "amount_refunded") is { } units && Text(charge, "currency") is { } currency && Time(told) is { } at
            && Sale($"stripe:{id}/refunded", $"stripe:{Text(charge, "payment_intent") ?? id}", SaleEventKind.Refunded, at, units, currency) is { } sale
                ? sale with { Evidence = EvidenceOf(charge) }
                : null;

    private static SaleEvent? Sale(string id, string order, SaleEventKind kind, DateTimeOffset at, long units, string currency)
    {
        try
        {
            return units < 0 ? null : new SaleEvent(id, order, kind, at, StripeAmount.Read(units, currency));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static List<Evidence> EvidenceOf(JsonElement subject)
    {
        var evidence = new List<Evidence>();
        if (subject.TryGetProperty("metadata", out var notes) && notes.ValueKind == JsonValueKind.Object && Text(notes, "video") is { Length: > 0 } video)
        {
            evidence.Add(new Evidence(EvidenceKind.PaymentMetadata, video, null, Text(notes, "channel")));
        }

        // Comes with the address, which a visitor may change, so it is no harder than UTM parameters.
        if (Text(subject, "client_reference_id") is { Length: > 0 } reference)
        {
            evidence.Add(new Evidence(EvidenceKind.Utm, reference));
        }

        return evidence;
    }

    private static DateTimeOffset? Time(long seconds) => seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
