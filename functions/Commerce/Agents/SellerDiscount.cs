namespace SoraFunctions.Commerce.Agents;

/// <summary>A code that takes something off what a checkout comes to.</summary>
/// <param name="Code">As buyers type it; capitals and small letters are the same.</param>
/// <param name="Title">What buyers read.</param>
/// <param name="PercentOff">How much in per cent, over 0 to 100; null where an amount is taken off.</param>
/// <param name="AmountOff">How much in smallest coins; null where a part is taken off.</param>
/// <param name="Minimum">What the items must come to at least, smallest coins.</param>
/// <param name="EndsAt">Until when it holds; null for ever.</param>
public sealed record SellerDiscount(string Code, string Title, decimal? PercentOff, long? AmountOff, long Minimum, DateTimeOffset? EndsAt)
{
    /// <summary>What it takes off an amount: rounded down, and never more than there is.</summary>
    /// <param name="amount">Smallest coins.</param>
    public long Of(long amount) => Math.Clamp(AmountOff ?? (long)decimal.Floor(amount * PercentOff!.Value / 100), 0, amount);
}
