namespace SoraFunctions.Commerce.Ledgers;

/// <summary>One line of an entry.</summary>
/// <param name="Account">Such as <c>revenue</c> or <c>holder:acme</c>.</param>
/// <param name="Units">Smallest coins: over 0 for a debit, under 0 for a credit.</param>
public sealed record Posting(string Account, long Units);
