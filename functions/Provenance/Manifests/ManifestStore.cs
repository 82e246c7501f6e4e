using SoraFunctions.Provenance.Jumbf;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>The manifests of a file in their stored order; the last one speaks for the file.</summary>
internal sealed class ManifestStore
{
    private ManifestStore(SuperBox root) => Root = root;

    public SuperBox Root { get; }

    public IReadOnlyList<SuperBox> Manifests => Root.Children;

    public SuperBox Active => Manifests[^1];

    /// <summary>The bytes after the store in its box.</summary>
    public ReadOnlyMemory<byte> Padding { get; private init; }

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
        return new ManifestStore(root) { Padding = bytes[root.Raw.Length..] };
    }

    /// <summary>The box that a self#jumbf= address names; null when there is none or more than one.</summary>
    public SuperBox? Find(string url, string manifestLabel)
    {
        var box = Root;
        foreach (var label in JumbfUri.Resolve(url, manifestLabel) ?? [""])
            box = box?.Child(label);
        return box;
    }
}
