using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>The manifests of a file in their stored order; the last one speaks for the file.</summary>
internal sealed class ManifestStore
{
    private readonly Dictionary<SuperBox, Dictionary<HashAlgorithmName, byte[]>> hashes = new(ReferenceEqualityComparer.Instance);

    private ManifestStore(SuperBox root) => Root = root;

    public SuperBox Root { get; }

    public IReadOnlyList<SuperBox> Manifests => Root.Children;

    public SuperBox Active => Manifests[^1];

    /// <summary>The bytes after the store in its box.</summary>
    public ReadOnlyMemory<byte> Padding { get; private init; }

    /// <summary>Two stores as one: the original's manifests, then those of an update that lies elsewhere in the file.</summary>
    public static ManifestStore Join(ManifestStore original, ManifestStore update) => new(JumbfReader.Read(JumbfWriter.SuperBox(
        JumbfType.Store, "c2pa", [.. original.Root.Children.Concat(update.Root.Children).Select(one => one.Raw)])))
    {
        Padding = original.Padding.Span.ContainsAnyExcept((byte)0) ? original.Padding : update.Padding,
    };

    /// <exception cref="InvalidDataException">Not a manifest store, or an empty one.</exception>
    public static ManifestStore Read(ReadOnlyMemory<byte> bytes)
    {
        var root = JumbfReader.Read(bytes);
        if (!root.Is(JumbfType.Store) || root.Label != "c2pa")
            throw new InvalidDataException("The JUMBF box is not a manifest store.");
        if (root.Contents.Count > 0)
            throw new InvalidDataException("The manifest store holds something else than manifests.");
        if (root.Children.Count == 0)
            throw new InvalidDataException("The manifest store holds no manifest.");
        if (root.Children.Any(one => one.Is(JumbfType.CompressedManifest)))
            root = root with { Children = Unpacked(root.Children) };
        return new ManifestStore(root) { Padding = bytes[root.Raw.Length..] };
    }

    /// <summary>All compressed manifests together may unpack to as much as one store may hold, and to as many boxes.</summary>
    private static List<SuperBox> Unpacked(IReadOnlyList<SuperBox> manifests)
    {
        var (bytes, boxes) = (C2paBox.MaxSize, JumbfReader.MaxBoxes);
        var opened = new List<SuperBox>(manifests.Count);
        foreach (var manifest in manifests)
            opened.Add(manifest.Is(JumbfType.CompressedManifest) ? CompressedManifest.Open(manifest, ref bytes, ref boxes) : manifest);
        return opened;
    }

    /// <summary>The box that a self#jumbf= address names; null when there is none or more than one.</summary>
    public SuperBox? Find(string url, string manifestLabel)
    {
        var box = Root;
        foreach (var label in JumbfUri.Resolve(url, manifestLabel) ?? [""])
            box = box?.Child(label);
        return box;
    }

    /// <summary>
    /// Whether a reference's hash is the box's. Each box is hashed once, however many references a hostile file holds.
    /// </summary>
    /// <param name="reference">What the hash should be.</param>
    /// <param name="box">A box of this store.</param>
    /// <param name="claimAlgorithm">Hash that counts where the reference names none.</param>
    public bool Matches(HashedUri reference, SuperBox box, string? claimAlgorithm)
    {
        if (HashName.Find(reference.Algorithm ?? claimAlgorithm) is not { } algorithm)
            return false;
        var known = hashes.TryGetValue(box, out var byAlgorithm) ? byAlgorithm : hashes[box] = [];
        if (!known.TryGetValue(algorithm, out var hash))
            known[algorithm] = hash = CryptographicOperations.HashData(algorithm, box.Payload.Span);
        return CryptographicOperations.FixedTimeEquals(hash, reference.Hash.Span);
    }
}
