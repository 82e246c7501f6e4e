namespace SoraFunctions.Api.Stripe;

/// <summary>What a webhook is answered with.</summary>
internal sealed record ReceivedObject(bool Received);
