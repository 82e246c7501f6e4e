using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// Puts a signed C2PA manifest into an MP4 file. Stamp last: any later change of the file breaks the binding.
/// </summary>
public static class ProvenanceStamp
{
    private const int BufferSize = 1 << 18;
    private const int MaxIndexSize = 256 << 20;

    /// <summary>
    /// Copies a video with a manifest box after ftyp and its chunk offsets set right. A manifest that is
    /// already there is replaced. One pass over the file; memory holds its index and the manifest, never the media.
    /// </summary>
    /// <param name="source">The finished MP4 file; readable and seekable.</param>
    /// <param name="destination">Where the stamped file goes; writable and seekable. Written from its start and cut to
    /// length.</param>
    /// <param name="definition">What the manifest says.</param>
    /// <param name="identity">Who signs it.</param>
    /// <param name="cancellationToken">Ends the copying; the destination is then incomplete.</param>
    /// <exception cref="InvalidDataException">The source is not an MP4 file that can be stamped.</exception>
    /// <exception cref="ArgumentException">The definition breaks a rule of C2PA; the message names the
    /// field.</exception>
    public static StampedManifest Stamp(
        Stream source,
        Stream destination,
        ManifestDefinition definition,
        SigningIdentity identity,
        CancellationToken cancellationToken = default)
    {
        DefinitionRules.Check(definition);
        var composer = new ManifestComposer(definition, identity);
        var store = composer.Draft();
        var boxes = BoxScanner.TopLevel(source);
        var (layout, index) = Plan(source, boxes, C2paBox.Overhead + store.Length);

        destination.Position = 0;
        destination.SetLength(0);
        var hash = Copy(source, destination, layout, index, C2paBox.Overhead + store.Length, cancellationToken);
        store = composer.Signed(hash, cancellationToken);
        destination.Position = layout.C2paOffset;
        destination.Write(C2paBox.Write(store));
        destination.Flush();

        return new StampedManifest(
            composer.Label,
            Convert.ToHexStringLower(hash),
            store.Length,
            destination.Length - source.Length,
            boxes.Exists(box => box.IsC2pa),
            boxes.Exists(box => box.Type == "moof")
                ? ["The file is fragmented and bound as a whole; C2PA wants a hash for each fragment. Strict readers need progressive MP4."]
                : []);
    }

    /// <summary>The layout, and moov in its new form; with 64-bit chunk offsets if 32 bits no longer suffice.</summary>
    internal static (Layout Layout, Dictionary<BmffBox, byte[]> Index) Plan(Stream source, List<BmffBox> boxes, long c2paSize)
    {
        if (boxes.Exists(box => box.Type == "meta" && HasItems(source, box)))
            throw new InvalidDataException("The file holds still pictures as items (iloc); their offsets are not moved. Remux it without them.");
        var old = boxes.Where(box => box.Type == "moov").ToDictionary(box => box, box => ReadWhole(source, box));
        var layout = Layout.Plan(boxes, c2paSize);
        try
        {
            return (layout, Rewrite(old, layout, wide: false));
        }
        catch (OverflowException)
        {
            var sizes = Rewrite(old, layout, wide: true).ToDictionary(entry => entry.Key, entry => (long)entry.Value.Length);
            layout = Layout.Plan(boxes, c2paSize, sizes);
            return (layout, Rewrite(old, layout, wide: true));
        }
    }

    private static bool HasItems(Stream source, BmffBox meta) =>
        BoxScanner.Within(source, meta.Offset + BoxContent.Start(source, meta), meta.End).Exists(box => box.Type == "iloc");

    private static Dictionary<BmffBox, byte[]> Rewrite(Dictionary<BmffBox, byte[]> moov, Layout layout, bool wide) =>
        moov.ToDictionary(entry => entry.Key, entry => OffsetTables.Rewrite(entry.Value, layout.Map, wide));

    private static byte[] Copy(
        Stream source,
        Stream destination,
        Layout layout,
        Dictionary<BmffBox, byte[]> index,
        int c2paSize,
        CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> offset = stackalloc byte[8];
        foreach (var (box, newOffset, _) in layout.Boxes)
        {
            if (newOffset != destination.Position)
                destination.Write(new byte[c2paSize]);
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
                    : RewriteFragment(ReadWhole(source, box), layout);
                destination.Write(bytes);
                if (covered)
                    hash.AppendData(bytes);
            }
            else
            {
                CopyBytes(source, destination, box, covered ? hash : null, cancellationToken);
            }
        }
        return hash.GetHashAndReset();
    }

    private static byte[] RewriteFragment(byte[] box, Layout layout)
    {
        try
        {
            return OffsetTables.Rewrite(box, layout.Map, wide: false);
        }
        catch (OverflowException error)
        {
            throw new InvalidDataException("An offset in the file's fragment index has 32 bits and would pass 4 GiB.", error);
        }
    }

    private static void CopyBytes(
        Stream source, Stream destination, BmffBox box, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            source.Position = box.Offset;
            for (var left = box.Size; left > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                source.ReadExactly(part);
                destination.Write(part);
                hash?.AppendData(part);
                left -= part.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
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
