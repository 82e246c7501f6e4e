namespace SoraFunctions.Commerce.Agents;

/// <summary>The terms of a discount.</summary>
/// <param name="Id">Of them.</param>
/// <param name="Name">What buyers read.</param>
/// <param name="PercentOff">How much in per cent; null where it is an amount.</param>
/// <param name="AmountOff">How much in smallest coins; null where it is a part.</param>
/// <param name="Currency">Of the amount, lower case; null where it is a part.</param>
public sealed record AgentCoupon(string Id, string Name, decimal? PercentOff, long? AmountOff, string? Currency);
