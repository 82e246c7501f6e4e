using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>A refund that can't be taken off its order, as it is kept beside that.</summary>
/// <param name="Id">What happened.</param>
/// <param name="Order">To which order, as it was told.</param>
/// <param name="At">When.</param>
/// <param name="MinorUnits">How much, in the currency's smallest coin.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
internal sealed record UnbookedRefund(string Id, string Order, DateTimeOffset At, long MinorUnits, string Currency)
{
    /// <summary>As it is kept.</summary>
    /// <param name="refund">As it was told.</param>
    public static UnbookedRefund Of(SaleEvent refund) => new(refund.Id, refund.Order, refund.At, refund.Amount.MinorUnits, refund.Amount.Currency);

    /// <summary>As it was told.</summary>
    public SaleEvent Told() => new(Id, Order, SaleEventKind.Refunded, At, Money.FromMinorUnits(MinorUnits, Currency));
}
