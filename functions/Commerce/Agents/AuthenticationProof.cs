namespace SoraFunctions.Commerce.Agents;

/// <summary>What came of a buyer's authentication, as the agent says.</summary>
/// <param name="Outcome">In the protocol's words.</param>
/// <param name="Cryptogram">What proves it; null where there is no proof.</param>
/// <param name="Indicator">The electronic commerce indicator.</param>
/// <param name="TransactionId">Of the directory server.</param>
/// <param name="Version">Of 3-D Secure.</param>
public sealed record AuthenticationProof(string Outcome, string? Cryptogram, string? Indicator, string? TransactionId, string? Version)
{
    /// <summary>Whether a payment can be made with it.</summary>
    public bool Holds => Outcome is "authenticated" or "attempt_acknowledged" or "informational";
}
