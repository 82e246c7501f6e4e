using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>Names of hashes in manifests (C2PA 2.2 section 13.1).</summary>
internal static class HashName
{
    /// <summary>Null for a name that is not allowed.</summary>
    public static HashAlgorithmName? Find(string? name) => name switch
    {
        "sha256" => HashAlgorithmName.SHA256,
        "sha384" => HashAlgorithmName.SHA384,
        "sha512" => HashAlgorithmName.SHA512,
        _ => null,
    };
}
