using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Attribution;

/// <summary>What the events of one order come to, whoever is asking: to which video it is due depends on the rules of who does.</summary>
/// <param name="Order">Its name; of several, the first by alphabet.</param>
/// <param name="At">When it was first paid; null where nobody has.</param>
/// <param name="Paid">What was paid for it; null where nobody has.</param>
/// <param name="Refunded">What was given back of that; null where nobody has paid.</param>
/// <param name="Evidence">What may have led to it.</param>
/// <param name="Unbooked">Refunds that can't be taken off: in another currency, or of what nobody paid yet.</param>
public sealed record OrderTally(
    string Order, DateTimeOffset? At, Money? Paid, Money? Refunded, IReadOnlyList<Evidence> Evidence, IReadOnlyList<SaleEvent> Unbooked)
{
    /// <summary>The orders of a log. The same events give the same orders, however often and in whichever order they were told.</summary>
    /// <param name="events">All events of these orders, repeats included.</param>
    public static IReadOnlyList<OrderTally> Of(IEnumerable<SaleEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var names = new OrderNames();

        // Of two that claim to be one, the later tale counts; of one instant the larger, since what is told anew holds all that was given back so far.
        var once = events
            .GroupBy(one => (one.Id, one.Kind))
            .Select(told => told.OrderBy(one => one.At).ThenBy(one => one.Amount.Amount).ThenBy(one => one.Amount.Currency, StringComparer.Ordinal)
                .ThenBy(one => one.Order, StringComparer.Ordinal).Last()
                with { Evidence = [.. told.SelectMany(one => one.Evidence).Distinct()], AlsoKnownAs = [.. told.SelectMany(one => one.AlsoKnownAs.Append(one.Order)).Distinct()] })
            .ToList();
        foreach (var one in once)
        {
            foreach (var other in one.AlsoKnownAs)
            {
                names.Join(one.Order, other);
            }
        }

        return [.. once.GroupBy(one => names.Of(one.Order)).Select(order => Fold(order.Key, [.. order]))];
    }

    /// <summary>The paid order by the rules of who asks; null where nobody has paid.</summary>
    /// <param name="rules">How orders are ascribed to videos.</param>
    public Conversion? By(AttributionRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return At is { } at ? new Conversion(Order, at, Paid!, Refunded!, rules.Decide(Evidence, at)) : null;
    }

    private static OrderTally Fold(string name, IReadOnlyList<SaleEvent> events)
    {
        var refunds = events.Where(one => one.Kind == SaleEventKind.Refunded).OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        var paid = events.Where(one => one.Kind == SaleEventKind.Paid).OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        IReadOnlyList<Evidence> evidence =
        [
            .. events.SelectMany(one => one.Evidence).Distinct()
                .OrderBy(one => one.Kind).ThenBy(one => one.VideoId, StringComparer.Ordinal).ThenBy(one => one.At).ThenBy(one => one.Channel, StringComparer.Ordinal),
        ];
        if (paid.Count == 0)
        {
            return new OrderTally(name, null, null, null, evidence, refunds);
        }

        var total = paid[^1].Amount;
        var back = refunds.Where(one => one.Amount.Currency == total.Currency).Sum(one => one.Amount.Amount);
        return new OrderTally(
            name,
            paid[0].At,
            total,
            new Money(Math.Clamp(back, 0, Math.Max(0, total.Amount)), total.Currency),
            evidence,
            [.. refunds.Where(one => one.Amount.Currency != total.Currency)]);
    }
}
