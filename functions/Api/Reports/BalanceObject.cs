using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Api.Reports;

/// <summary>What stands on an account: above 0 a debit, below 0 a credit.</summary>
internal sealed record BalanceObject(string Account, WireMoney Amount);
