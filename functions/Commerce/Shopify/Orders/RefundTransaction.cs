namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>A movement of money of a refund.</summary>
/// <param name="Amount">A decimal string.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Kind">Such as <c>refund</c>.</param>
/// <param name="Status">Such as <c>success</c>.</param>
public sealed record RefundTransaction(string? Amount, string? Currency, string? Kind, string? Status);
