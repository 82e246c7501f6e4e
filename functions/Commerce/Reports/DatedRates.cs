using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Reports;

/// <summary>What currencies were worth on a day, in the one that a report is shown in. For show alone: what is booked keeps its currency.</summary>
/// <param name="Date">The day.</param>
/// <param name="Currency">ISO 4217 code of the currency of the report, upper case.</param>
/// <param name="Rates">For each other currency, how much of the report's currency one unit of it is.</param>
public sealed record DatedRates(DateOnly Date, string Currency, IReadOnlyDictionary<string, decimal> Rates)
{
    /// <summary>An amount in the report's currency, in major units and not rounded; null when its currency has no rate.</summary>
    /// <param name="money">The amount.</param>
    public decimal? Shown(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return money.Currency == Currency ? money.Amount : Rates.TryGetValue(money.Currency, out var rate) ? money.Amount * rate : null;
    }
}
