using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What a report on a manifest amounts to.</summary>
internal static class Signatures
{
    /// <summary>Findings that mean that signed bytes are others now (C2PA 2.2 section 15.2).</summary>
    private static readonly string[] _changed =
    [
        "assertion.bmffHash.mismatch", "assertion.dataHash.mismatch", "assertion.boxesHash.mismatch", "assertion.hashedURI.mismatch",
        "claimSignature.mismatch", "com.sorafunctions.store.paddingNotZero",
    ];

    /// <summary>The evidence.</summary>
    /// <param name="manifest">What the verifier says.</param>
    /// <param name="organisation">In whose name this deployment signs; null when it has no key.</param>
    public static SignatureEvidence Of(VerificationReport manifest, string? organisation) => manifest.State switch
    {
        // A root may be an authority's that signs for many: the name in the certificate tells them apart.
        VerificationState.Trusted when organisation is not null && manifest.Signer?.Organisation == organisation => SignatureEvidence.Ours,
        VerificationState.Trusted or VerificationState.Valid => SignatureEvidence.Foreign,
        VerificationState.Invalid => manifest.Entries.Any(entry => entry.Kind == EntryKind.Failure && _changed.Contains(entry.Code))
            ? SignatureEvidence.Altered
            : SignatureEvidence.Unsound,
        _ => manifest.Entries.Any(entry => entry.Code == "com.sorafunctions.format.unsupported") ? SignatureEvidence.NotRead : SignatureEvidence.Missing,
    };
}
