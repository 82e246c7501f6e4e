namespace SoraFunctions.Commerce.Agents;

/// <summary>Who takes a seller's cards, which an agent needs to have a buyer authenticated by his bank (3-D Secure).</summary>
/// <param name="AcquirerBin">At most 11 digits.</param>
/// <param name="AcquirerCountry">ISO 3166-1, two capitals.</param>
/// <param name="AcquirerMerchantId">At most 35 characters.</param>
/// <param name="MerchantName">At most 40 characters.</param>
public sealed record SellerAcquirer(string AcquirerBin, string AcquirerCountry, string AcquirerMerchantId, string MerchantName);
