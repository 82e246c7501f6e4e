namespace SoraFunctions.Pipeline.Requests;

/// <summary>Where a viewer is sent.</summary>
/// <param name="Destination">Absolute http or https address of the shop's page.</param>
/// <param name="Campaign">Name for the shop's own statistics, up to 100 letters, digits, '-' and '_'; null for the product's.</param>
public sealed record LinkWish(string Destination, string? Campaign = null);
