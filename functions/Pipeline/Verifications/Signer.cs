using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Whom this deployment takes for itself.</summary>
/// <param name="Organisation">The name in its certificates.</param>
/// <param name="Anchors">The roots of its certificates.</param>
public sealed record Signer(string Organisation, TrustAnchors Anchors);
