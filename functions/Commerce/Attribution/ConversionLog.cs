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
        ArgumentNullException.ThrowIfNull(rules);
        return Of(OrderTally.Of(events), rules);
    }

    /// <summary>Reads orders that were counted before.</summary>
    /// <param name="orders">Each once.</param>
    /// <param name="rules">How they are ascribed to videos.</param>
    public static ConversionLog Of(IReadOnlyList<OrderTally> orders, AttributionRules rules)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return new ConversionLog(
            [.. orders.Select(one => one.By(rules)).OfType<Conversion>().OrderBy(one => one.At).ThenBy(one => one.Order, StringComparer.Ordinal)],
            [.. orders.SelectMany(one => one.Unbooked).OrderBy(one => one.At).ThenBy(one => one.Id, StringComparer.Ordinal)]);
    }
}
