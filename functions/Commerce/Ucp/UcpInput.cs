namespace SoraFunctions.Commerce.Ucp;

/// <summary>An id that was looked up, and what it led to.</summary>
/// <param name="Id">The id.</param>
/// <param name="Match"><c>exact</c> where it is the variant's, <c>featured</c> where it is the product's.</param>
public sealed record UcpInput(string Id, string Match);
