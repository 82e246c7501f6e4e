namespace SoraFunctions.Pipeline.Payments;

/// <summary>How Stripe is reached.</summary>
/// <param name="Api">Where its API begins; another only for tests.</param>
public sealed record StripeOptions(Uri Api)
{
    /// <summary>Stripe itself.</summary>
    public static StripeOptions Usual { get; } = new(new Uri("https://api.stripe.com"));
}
