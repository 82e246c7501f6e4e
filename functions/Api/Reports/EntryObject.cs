namespace SoraFunctions.Api.Reports;

/// <summary>An entry of the revenue ledger as the API shows it.</summary>
internal sealed record EntryObject(string Order, long At, IReadOnlyList<BalanceObject> Postings);
