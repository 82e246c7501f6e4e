namespace SoraFunctions.Api.Reports;

/// <summary>Divided revenue as the API shows it.</summary>
/// <param name="Object">Always <c>revenue</c>.</param>
/// <param name="From">The first day, of UTC.</param>
/// <param name="To">The last day.</param>
/// <param name="Balances">Of each account in each currency; those of a currency add up to 0.</param>
/// <param name="Entries">One for each order.</param>
internal sealed record RevenueObject(
    string Object, DateOnly From, DateOnly To, IReadOnlyList<BalanceObject> Balances, IReadOnlyList<EntryObject> Entries);
