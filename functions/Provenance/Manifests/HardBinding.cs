using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;

namespace SoraFunctions.Provenance.Manifests;

/// <summary>The assertion that binds a manifest to the bytes of one file.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Content">Its document.</param>
internal sealed record HardBinding(string Label, CborMap Content)
{
    private const string Name = "jumbf manifest";

    /// <summary>A flat MP4 file: one hash over its boxes.</summary>
    public static HardBinding Bmff(byte[] hash) => new(AssertionLabel.BmffHash, CborMap.Of(
        ("exclusions", Exclusions()), ("alg", "sha256"), ("hash", hash), ("name", Name)));

    /// <summary>A fragmented MP4 file: a hash over what comes before the fragments, and a row of the tree over these.</summary>
    /// <param name="initHash">Over everything before the first fragment.</param>
    /// <param name="fragments">How many there are.</param>
    /// <param name="row">The nodes that are kept.</param>
    public static HardBinding Fragments(byte[] initHash, int fragments, IReadOnlyList<byte[]> row) => new(AssertionLabel.BmffHash, CborMap.Of(
        ("exclusions", Exclusions()),
        ("alg", "sha256"),
        ("merkle", new CborArray(CborMap.Of(
            ("uniqueId", 0L),
            ("localId", 0L),
            ("count", (long)fragments),
            ("alg", "sha256"),
            ("initHash", initHash),
            ("hashes", new CborArray([.. row.Select(node => (CborItem)node)]))))),
        ("name", Name)));

    /// <summary>A fragment's place in the tree, for the box before it.</summary>
    public static CborMap Place(int fragment, IReadOnlyList<byte[]> proof) => CborMap.Of(
        ("uniqueId", 0L),
        ("localId", 0L),
        ("location", (long)fragment),
        ("hashes", proof.Count == 0 ? null : new CborArray([.. proof.Select(node => (CborItem)node)])));

    /// <summary>A picture or sound file: one hash over all but the stretch that holds the manifest.</summary>
    /// <param name="start">First byte of that stretch.</param>
    /// <param name="length">Its length.</param>
    /// <param name="hash">Over the rest.</param>
    /// <param name="pad">Bytes of padding, to reach a length.</param>
    public static HardBinding Data(long start, long length, byte[] hash, int pad) => new(AssertionLabel.DataHash, CborMap.Of(
        ("exclusions", new CborArray(CborMap.Of(("start", start), ("length", length)))),
        ("name", Name),
        ("alg", "sha256"),
        ("hash", hash),
        ("pad", new byte[pad])));

    /// <summary>The three exclusions that every reader expects and no more.</summary>
    private static CborArray Exclusions() => new(
        CborMap.Of(("xpath", "/uuid"), ("data", new CborArray(CborMap.Of(("offset", 8), ("value", C2paBox.UserType))))),
        CborMap.Of(("xpath", "/ftyp")),
        CborMap.Of(("xpath", "/mfra")));
}
