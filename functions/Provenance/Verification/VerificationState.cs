namespace SoraFunctions.Provenance.Verification;

/// <summary>The verdict on a file, in the words of C2PA 2.2 section 14.</summary>
public enum VerificationState
{
    /// <summary>The file carries no manifest, or is of a kind that this verifier does not read.</summary>
    None,

    /// <summary>There is a manifest, and it or the file has been changed or breaks the rules.</summary>
    Invalid,

    /// <summary>Everything fits; who signed is not among the trust anchors.</summary>
    Valid,

    /// <summary>Everything fits and the signer is trusted.</summary>
    Trusted,
}
