using System.ComponentModel;

namespace SoraFunctions.Pipeline.Payments.Wire;

/// <summary>The body of <c>POST /v1/stripe</c>.</summary>
/// <param name="Key">The account's key.</param>
/// <param name="WebhookSecret">What its webhooks are signed with.</param>
public sealed record StripeWish(
    [property: Description("A secret or, better, a restricted key of Stripe with the right to write payment links and to read checkout sessions. Kept encrypted, never given back.")] string Key,
    [property: Description("The signing secret of a webhook endpoint of Stripe that leads to webhook_url. Kept encrypted, never given back.")] string WebhookSecret);
