namespace SoraFunctions.Commerce.Agents;

/// <summary>A discount that was taken off.</summary>
/// <param name="Id">Of it.</param>
/// <param name="Code">Its code.</param>
/// <param name="Coupon">Its terms.</param>
/// <param name="Amount">What was taken off, smallest coins.</param>
public sealed record AgentDiscount(string Id, string Code, AgentCoupon Coupon, long Amount);
