namespace SoraFunctions.Commerce.Agents;

/// <summary>What an agent needs to have a buyer authenticated.</summary>
/// <param name="AcquirerDetails">Who takes the card.</param>
/// <param name="DirectoryServer">Whose card it is: <c>american_express</c>, <c>mastercard</c> or <c>visa</c>.</param>
public sealed record AuthenticationMetadata(SellerAcquirer AcquirerDetails, string DirectoryServer);
