using System.ComponentModel;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>Who takes a seller's cards, as it is written.</summary>
/// <param name="Bin">Of the acquirer.</param>
/// <param name="Country">Of the acquirer.</param>
/// <param name="MerchantId">Of the seller there.</param>
/// <param name="MerchantName">Of the seller there.</param>
public sealed record AcquirerWish(
    [property: Description("The acquirer's bank identification number, at most 11 digits.")] string Bin,
    [property: Description("The acquirer's country, two capitals of ISO 3166-1.")] string Country,
    [property: Description("What the acquirer knows the seller by, 1 to 35 visible ASCII characters.")] string MerchantId,
    [property: Description("The seller's name there, 1 to 40 characters.")] string MerchantName);
