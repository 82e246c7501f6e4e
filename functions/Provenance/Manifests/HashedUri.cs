using System.Security.Cryptography;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Jumbf;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>A reference to a JUMBF box with the hash of its payload (C2PA 2.2 section 8.4).</summary>
/// <param name="Url">Address of the box.</param>
/// <param name="Hash">Hash of its payload.</param>
/// <param name="Algorithm">Name of the hash, or null to take the claim's.</param>
internal sealed record HashedUri(string Url, ReadOnlyMemory<byte> Hash, string? Algorithm)
{
    public static HashedUri To(string url, SuperBox target) => new(url, SHA256.HashData(target.Payload.Span), null);

    /// <summary>Null when the item is not a hashed URI.</summary>
    public static HashedUri? From(CborItem? item) =>
        item is CborMap map && map.Text("url") is { } url && map.Bytes("hash") is { } hash
            ? new HashedUri(url, hash, map.Text("alg"))
            : null;

    public CborItem ToCbor() => CborMap.Of(("url", Url), ("hash", Hash), ("alg", Algorithm is null ? null : (CborItem)Algorithm));
}
