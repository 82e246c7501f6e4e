using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>A tenant that sells through agents.</summary>
/// <param name="Tenant">Which.</param>
/// <param name="Terms">What agents are told.</param>
public sealed record Seller(string Tenant, SellerTerms Terms);
