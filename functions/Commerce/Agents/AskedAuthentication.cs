namespace SoraFunctions.Commerce.Agents;

/// <summary>A payment that waits for the buyer's bank.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="DirectoryServer">Whose card it is.</param>
public sealed record AskedAuthentication(string Payment, string DirectoryServer);
