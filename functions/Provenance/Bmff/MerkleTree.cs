using System.Security.Cryptography;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>
/// The hash tree over the pieces of a file (C2PA 2.2 section 15.12.2.2): pairs are hashed together from the left; a last one without a
/// partner goes up as it is.
/// </summary>
internal sealed class MerkleTree
{
    private readonly List<IReadOnlyList<byte[]>> rows = [];

    /// <param name="leaves">Hashes of the pieces in order; at least one.</param>
    /// <param name="algorithm">Hash of inner nodes.</param>
    public MerkleTree(IReadOnlyList<byte[]> leaves, HashAlgorithmName algorithm)
    {
        for (rows.Add(leaves); rows[^1].Count > 1;)
            rows.Add([.. rows[^1].Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Join(pair[0], pair[1], algorithm))]);
    }

    /// <summary>How many nodes each row has, leaves first.</summary>
    public static IReadOnlyList<int> Layout(int leaves)
    {
        var counts = new List<int> { leaves };
        while (counts[^1] > 1)
            counts.Add((counts[^1] + 1) / 2);
        return counts;
    }

    /// <summary>The row that a manifest keeps: the first with at most so many nodes.</summary>
    public static int RowOf(int leaves, int mostNodes) => Layout(leaves).Index().First(row => row.Item <= mostNodes).Index;

    /// <summary>The nodes of a row.</summary>
    public IReadOnlyList<byte[]> Row(int row) => rows[row];

    /// <summary>The partners on the way from a leaf up to a row.</summary>
    public IReadOnlyList<byte[]> Proof(int leaf, int row)
    {
        var proof = new List<byte[]>();
        for (int below = 0, index = leaf; below < row; below++, index /= 2)
            if ((index ^ 1) < rows[below].Count)
                proof.Add(rows[below][index ^ 1]);
        return proof;
    }

    /// <summary>Whether a leaf leads over its partners to the node above it in the row that a manifest keeps.</summary>
    public static bool Leads(
        byte[] leaf, long location, int leaves, IReadOnlyList<ReadOnlyMemory<byte>> proof, IReadOnlyList<ReadOnlyMemory<byte>> row, HashAlgorithmName algorithm)
    {
        if (location < 0 || location >= leaves)
            return false;
        var (index, node, used) = ((int)location, leaf, 0);
        foreach (var count in Layout(leaves).TakeWhile(count => count != row.Count))
        {
            if ((index ^ 1) < count)
            {
                if (used == proof.Count)
                    return false;
                var partner = proof[used++].ToArray();
                node = index % 2 == 1 ? Join(partner, node, algorithm) : Join(node, partner, algorithm);
            }
            index /= 2;
        }
        return index < row.Count && node.AsSpan().SequenceEqual(row[index].Span);
    }

    private static byte[] Join(byte[] left, byte[] right, HashAlgorithmName algorithm) =>
        CryptographicOperations.HashData(algorithm, [.. left, .. right]);
}
