using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>What was made under a holder's grants in a period, and what is due for it.</summary>
/// <param name="Uses">The videos that were signed in it.</param>
/// <param name="Earnings">What the orders that were paid in it brought, by grant, video and currency.</param>
public sealed record RightsStatement(IReadOnlyList<GrantUseRow> Uses, IReadOnlyList<RightsEarning> Earnings)
{
    /// <summary>What is due, by currency: the sums of <see cref="Earnings"/>, to the smallest coin.</summary>
    public IReadOnlyList<(Money Revenue, Money Due)> Totals =>
    [
        .. Earnings.GroupBy(one => one.Due.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (
                Money.FromMinorUnits(group.Sum(one => one.Revenue.MinorUnits), group.Key),
                Money.FromMinorUnits(group.Sum(one => one.Due.MinorUnits), group.Key))),
    ];
}
