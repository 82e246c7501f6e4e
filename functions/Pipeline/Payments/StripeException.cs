namespace SoraFunctions.Pipeline.Payments;

/// <summary>Stripe refused. What it can't answer at the moment is an <see cref="IOException"/> instead.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">Its own words.</param>
public sealed class StripeException(int status, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;
}
