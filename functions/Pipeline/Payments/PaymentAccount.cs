namespace SoraFunctions.Pipeline.Payments;

/// <summary>A tenant's account at Stripe, opened.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Key">Its key.</param>
/// <param name="Secret">The secret that its webhooks are signed with.</param>
public sealed record PaymentAccount(string Tenant, string Key, string Secret);
