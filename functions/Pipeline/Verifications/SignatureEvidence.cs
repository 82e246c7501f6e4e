using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What the signed manifest amounts to.</summary>
[JsonConverter(typeof(WordConverter<SignatureEvidence>))]
public enum SignatureEvidence
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>The file is of a format in which none is looked for.</summary>
    NotRead,

    /// <summary>It holds, and this deployment signed it.</summary>
    Ours,

    /// <summary>It holds, and somebody else signed it.</summary>
    Foreign,

    /// <summary>Bytes that were signed are others now.</summary>
    Altered,

    /// <summary>It does not hold for another reason: it is damaged, has expired, breaks a rule, or can't be checked here.</summary>
    Unsound,
}
