namespace SoraFunctions.Commerce.Signatures;

/// <summary>What a signature is worth.</summary>
public enum SignatureVerdict
{
    /// <summary>Made with a secret that holds, and just now.</summary>
    Valid,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It has no time, or nothing that could be a signature.</summary>
    Malformed,

    /// <summary>Made with another secret, or over other bytes.</summary>
    Wrong,

    /// <summary>Rightly made, too long ago or too far ahead: a replay, or a clock that is wrong.</summary>
    OutOfTime,
}
