using System.Buffers.Binary;
using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Cbor;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// Stamps MP4 files. A flat one is bound as a whole; a fragmented one by a Merkle tree over its fragments, so that a player can check each
/// as it comes (C2PA 2.2 section 15.12.2).
/// </summary>
internal static class BmffStamp
{
    /// <summary>Most nodes of the tree that the manifest keeps; what is below lies in boxes before the fragments.</summary>
    private const int MostNodes = 64;

    private const int MaxIndexSize = 256 << 20;

    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    public static StampedManifest Stamp(
        Stream source, Stream destination, ManifestComposer composer, CancellationToken cancellationToken)
    {
        var boxes = BoxScanner.TopLevel(source);
        var fragments = boxes.Count(box => box.Type == "moof");
        var row = fragments == 0 ? 0 : MerkleTree.RowOf(fragments, MostNodes);
        var draft = composer.Draft(Binding([.. Enumerable.Repeat(NoHash, fragments + 1)], row));
        var placeSize = fragments == 0 ? 0 : Place(fragments - 1, [.. Enumerable.Repeat(NoHash, row)], 0).Length;
        var (layout, index) = Plan(source, boxes, C2paBox.Overhead + draft.Length, placeSize);

        var pieces = Copy(source, destination, layout, index, cancellationToken);
        if (fragments > 0)
        {
            var tree = new MerkleTree(pieces[1..], HashAlgorithmName.SHA256);
            foreach (var (fragment, at) in layout.MerkleOffsets.Index())
            {
                destination.Position = at;
                destination.Write(Place(fragment, tree.Proof(fragment, row), placeSize));
            }
        }
        var store = composer.Signed(Binding(pieces, row), cancellationToken);
        destination.Position = layout.C2paOffset;
        destination.Write(C2paBox.Write(store, layout.MerkleOffsets.FirstOrDefault()));
        destination.Flush();
        return new StampedManifest(
            composer.Label,
            Convert.ToHexStringLower(pieces[0]),
            store.Length,
            destination.Length - source.Length,
            boxes.Exists(box => box.IsC2pa),
            [])
        {
            NewStart = layout.MapStart,
        };
    }

    private static HardBinding Binding(List<byte[]> pieces, int row) => pieces.Count == 1
        ? HardBinding.Bmff(pieces[0])
        : HardBinding.Fragments(pieces[0], pieces.Count - 1, new MerkleTree(pieces[1..], HashAlgorithmName.SHA256).Row(row));

    /// <summary>The box before a fragment, with zeros behind its document up to the common size.</summary>
    private static byte[] Place(int fragment, IReadOnlyList<byte[]> proof, int size)
    {
        var place = CborEncoder.Encode(HardBinding.Place(fragment, proof));
        var box = C2paBox.WriteMerkle(place);
        return box.Length >= size ? box : C2paBox.WriteMerkle([.. place, .. new byte[size - box.Length]]);
    }

    /// <summary>The layout, and moov in its new form; with 64-bit chunk offsets if 32 bits no longer suffice.</summary>
    internal static (Layout Layout, Dictionary<BmffBox, byte[]> Index) Plan(Stream source, List<BmffBox> boxes, long c2paSize, long merkleSize = 0)
    {
        if (boxes.Exists(box => box.Type == "meta" && HasItems(source, box)))
            throw new InvalidDataException("The file holds still pictures as items (iloc); their offsets are not moved. Remux it without them.");
        var old = boxes.Where(box => box.Type == "moov").ToDictionary(box => box, box => ReadWhole(source, box));
        var layout = Layout.Plan(boxes, c2paSize, merkleSize);
        try
        {
            return (layout, Rewrite(old, layout, wide: false));
        }
        catch (OverflowException)
        {
            var sizes = Rewrite(old, layout, wide: true).ToDictionary(entry => entry.Key, entry => (long)entry.Value.Length);
            layout = Layout.Plan(boxes, c2paSize, merkleSize, sizes);
            return (layout, Rewrite(old, layout, wide: true));
        }
    }

    private static bool HasItems(Stream source, BmffBox meta) =>
        BoxScanner.Within(source, meta.Offset + BoxContent.Start(source, meta), meta.End).Exists(box => box.Type == "iloc");

    private static Dictionary<BmffBox, byte[]> Rewrite(Dictionary<BmffBox, byte[]> moov, Layout layout, bool wide) =>
        moov.ToDictionary(entry => entry.Key, entry => OffsetTables.Rewrite(entry.Value, layout.Map, wide));

    /// <summary>Writes the file with empty boxes for manifest and places; gives the hash of each piece, what precedes the fragments first.</summary>
    private static List<byte[]> Copy(
        Stream source, Stream destination, Layout layout, Dictionary<BmffBox, byte[]> index, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var pieces = new List<byte[]>();
        Span<byte> offset = stackalloc byte[8];
        foreach (var (box, newOffset, _) in layout.Boxes)
        {
            if (newOffset != destination.Position)
                destination.Write(new byte[newOffset - destination.Position]);
            if (box.Type == "moof")
                pieces.Add(hash.GetHashAndReset());
            var covered = box.Type is not ("ftyp" or "mfra");
            if (covered)
            {
                BinaryPrimitives.WriteInt64BigEndian(offset, newOffset);
                hash.AppendData(offset);
            }
            if (OffsetTables.Concern(box.Type))
            {
                var bytes = index.TryGetValue(box, out var moov)
                    ? moov
                    : RewriteFragment(ReadWhole(source, box), box, newOffset, layout);
                destination.Write(bytes);
                if (covered)
                    hash.AppendData(bytes);
            }
            else
            {
                FileHash.Copy(source, destination, box.Offset, box.End, covered ? hash : null, cancellationToken);
            }
        }
        pieces.Add(hash.GetHashAndReset());
        return pieces;
    }

    private static byte[] RewriteFragment(byte[] bytes, BmffBox box, long newOffset, Layout layout)
    {
        try
        {
            return box.Type == "sidx"
                ? SegmentIndex.Rewrite(bytes, box, newOffset + box.Size, layout.MapStart)
                : OffsetTables.Rewrite(bytes, layout.Map, wide: false);
        }
        catch (OverflowException error)
        {
            throw new InvalidDataException("An offset in the file's fragment index has 32 bits and would pass 4 GiB.", error);
        }
    }

    private static byte[] ReadWhole(Stream source, BmffBox box)
    {
        if (box.Size > MaxIndexSize)
            throw new InvalidDataException(
                $"The {box.Type} box holds {box.Size} bytes; at most {MaxIndexSize} are read.");
        var bytes = new byte[box.Size];
        source.Position = box.Offset;
        source.ReadExactly(bytes);
        return bytes;
    }
}
