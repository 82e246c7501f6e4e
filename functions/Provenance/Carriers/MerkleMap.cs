using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;
using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>A Merkle tree as a hard binding describes it (C2PA 2.2 section 18.6.2.3).</summary>
/// <param name="UniqueId">With <paramref name="LocalId"/> its name.</param>
/// <param name="LocalId">Its name within <paramref name="UniqueId"/>: the track, or the number of the mdat box.</param>
/// <param name="Count">How many leaves it has.</param>
/// <param name="Algorithm">Its hash; null for the binding's.</param>
/// <param name="InitHash">Hash of what comes before the fragments; null where there are none.</param>
/// <param name="Row">The nodes that the manifest keeps.</param>
/// <param name="FixedBlock">Size of the pieces of an mdat box; null for another way of cutting.</param>
/// <param name="Blocks">Sizes of the pieces of an mdat box; null for another way of cutting.</param>
internal sealed record MerkleMap(
    long UniqueId,
    long LocalId,
    int Count,
    HashAlgorithmName? Algorithm,
    ReadOnlyMemory<byte>? InitHash,
    IReadOnlyList<ReadOnlyMemory<byte>> Row,
    long? FixedBlock,
    IReadOnlyList<long>? Blocks)
{
    private const int MostLeaves = 1 << 20;

    /// <exception cref="InvalidDataException">The document breaks its form.</exception>
    public static MerkleMap From(CborItem item)
    {
        if (item is not CborMap map || map.Integer("uniqueId") is not { } unique || map.Integer("localId") is not { } local
            || map.Integer("count") is not (> 0 and <= MostLeaves and var count) || Nodes(map) is not { Count: > 0 } row)
            throw new InvalidDataException($"The binding's Merkle tree is not a map with uniqueId, localId, count (1 to {MostLeaves}) and hashes.");
        var algorithm = HashName.Find(map.Text("alg"));
        if (map["alg"] is not null && algorithm is null)
            throw new InvalidDataException("The Merkle tree's alg is not sha256, sha384 or sha512.");
        var blocks = map.Array("variableBlockSizes")?.Select(one => one is CborInteger { Value: var size } && size > 0 && size <= long.MaxValue
            ? (long)size
            : throw new InvalidDataException("The Merkle tree's variableBlockSizes are not sizes.")).ToList();
        return new MerkleMap(unique, local, (int)count, algorithm, map.Bytes("initHash"), row, map.Integer("fixedBlockSize"), blocks);
    }

    /// <summary>The byte strings under hashes; null when there are others.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Nodes(CborMap map) =>
        map.Array("hashes") is not { } items ? []
        : items.All(one => one is CborBytes) ? [.. items.Cast<CborBytes>().Select(one => one.Value)]
        : null;
}
