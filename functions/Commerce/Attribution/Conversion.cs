using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Attribution;

/// <summary>A paid order.</summary>
/// <param name="Order">Its name; of several, the first by alphabet.</param>
/// <param name="At">When it was first paid.</param>
/// <param name="Paid">What was paid for it.</param>
/// <param name="Refunded">What was given back of that, in the same currency; never more than was paid.</param>
/// <param name="Cause">What it is due to; null when nothing tells.</param>
public sealed record Conversion(string Order, DateTimeOffset At, Money Paid, Money Refunded, Evidence? Cause)
{
    /// <summary>What is left: 0 or more.</summary>
    public Money Net => new(Paid.Amount - Refunded.Amount, Paid.Currency);
}
