namespace SoraFunctions.Api.Stripe;

/// <summary>A tenant's account at Stripe as the API shows it.</summary>
/// <param name="Object">Always <c>stripe_account</c>.</param>
/// <param name="KeyHint">The last characters of its key.</param>
/// <param name="WebhookUrl">Where Stripe's webhooks are to be sent.</param>
/// <param name="EventTypes">Which.</param>
/// <param name="ChangedAt">When it was set, in seconds since 1970.</param>
internal sealed record StripeObject(string Object, string KeyHint, string WebhookUrl, IReadOnlyList<string> EventTypes, long ChangedAt);
