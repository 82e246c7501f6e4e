using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Attribution;

/// <summary>What a log of events comes to. The same events give the same orders, however often and in whichever order they were told.</summary>
/// <param name="Conversions">The paid orders, by time.</param>
/// <param name="Unbooked">Refunds that could not be taken off: in another currency than the order was paid in, or of orders that nobody paid yet.</param>
public sealed record ConversionLog(IReadOnlyList<Conversion> Conversions, IReadOnlyList<SaleEvent> Unbooked)
{
    /// <summary>Counts events.</summary>
    /// <param name="events">All events of a tenant, in any order, repeats included.</param>
    /// <param name="rules">How orders are ascribed to videos.</param>
    public static ConversionLog Of(IEnumerable<SaleEvent> events, AttributionRules rules)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(rules);
        var names = new OrderNames();
        // Of two that claim to be one, the later tale counts; names decide between tales of one instant.
        var once = events
            .GroupBy(one => (one.Id, one.Kind))
            .Select(told => told.OrderBy(one => one.At).ThenBy(one => one.Amount.ToString(), StringComparer.Ordinal).ThenBy(one => one.Order, StringComparer.Ordinal).Last()
                with { Evidence = [.. told.SelectMany(one => one.Evidence).Distinct()], AlsoKnownAs = [.. told.SelectMany(one => one.AlsoKnownAs.Append(one.Order)).Distinct()] })
            .ToList();
        foreach (var one in once)
        {
            foreach (var other in one.AlsoKnownAs)
            {
                names.Join(one.Order, other);
            }
        }

        var conversions = new List<Conversion>();
        var unbooked = new List<SaleEvent>();
        foreach (var order in once.GroupBy(one => names.Of(one.Order)))
        {
            var (conversion, left) = Fold(order.Key, [.. order], rules);
            unbooked.AddRange(left);
            if (conversion is not null)
            {
                conversions.Add(conversion);
            }
        }

        return new ConversionLog(
            [.. conversions.OrderBy(one => one.At).ThenBy(one => one.Order, StringComparer.Ordinal)],
            [.. unbooked.OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)]);
    }

    private static (Conversion? Conversion, IEnumerable<SaleEvent> Unbooked) Fold(string name, IReadOnlyList<SaleEvent> events, AttributionRules rules)
    {
        var refunds = events.Where(one => one.Kind == SaleEventKind.Refunded).ToList();
        var paid = events.Where(one => one.Kind == SaleEventKind.Paid).OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal).ToList();
        if (paid.Count == 0)
        {
            return (null, refunds);
        }

        var total = paid[^1].Amount;
        var back = refunds.Where(one => one.Amount.Currency == total.Currency).Sum(one => one.Amount.Amount);
        return (
            new Conversion(
                name,
                paid[0].At,
                total,
                new Money(Math.Clamp(back, 0, Math.Max(0, total.Amount)), total.Currency),
                rules.Decide(events.SelectMany(one => one.Evidence).Distinct(), paid[0].At)),
            refunds.Where(one => one.Amount.Currency != total.Currency));
    }
}
