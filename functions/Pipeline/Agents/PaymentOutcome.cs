using SoraFunctions.Commerce.Agents;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>How a payment ended, or what it waits for. With nothing set it is under way.</summary>
/// <param name="Payment">The payment; null while unpaid.</param>
/// <param name="Declined">Why it did not go through; null for nothing.</param>
/// <param name="Asked">What the buyer's bank has to say first; null for nothing.</param>
/// <param name="Paid">What was taken; null where it is not said.</param>
internal sealed record PaymentOutcome(string? Payment = null, AgentMessage? Declined = null, AskedAuthentication? Asked = null, Money? Paid = null)
{
    public bool IsUnderWay => this is { Payment: null, Declined: null, Asked: null };
}
