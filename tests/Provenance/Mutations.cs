using System.Runtime.InteropServices;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Tests;

/// <summary>One signed film, a remix with all assertions that we write, and everything that can be done to it.</summary>
internal static class Mutations
{
    private static readonly Lazy<byte[]> Parent = new(() => Samples.Stamp(Samples.Video("moov at end"), Samples.Definition("parent")));

    private static readonly Lazy<byte[]> Film = new(() => Samples.Stamp(Samples.Video("faststart"), Samples.Definition("remix") with
    {
        Ingredients = [new IngredientDefinition(IngredientRelationship.ParentOf, "The parent", "video/mp4") { Ancestry = Ancestry.Read(new MemoryStream(Parent.Value), Samples.Identity.Value.TrustAnchors) }],
        Actions = [ActionDefinition.Opened(0), ActionDefinition.Edited(DigitalSourceType.AlgorithmicMedia, new SoftwareAgent("world")), new ActionDefinition("c2pa.watermarked.bound")],
        SoftBindings = [new SoftBinding("com.sorafunctions.watermark.1", new byte[6])],
        ThumbnailJpeg = Samples.Data("jpg"),
    }));

    /// <summary>Each by what is done.</summary>
    public static IEnumerable<(string Name, byte[] File)> All()
    {
        var film = Film.Value;
        var boxes = BoxScanner.TopLevel(new MemoryStream(film));
        yield return ("nothing", film);
        foreach (var box in boxes.Where(box => box.Type is "moov" or "mdat" or "free"))
            yield return ($"a byte of {box.Type}", Flipped(film, box.Offset + box.Size - 1));
        foreach (var box in boxes.Where(box => box.Type is "moov" or "mdat" or "free"))
            yield return ($"{box.Type} removed", [.. film.AsSpan(0, (int)box.Offset), .. film.AsSpan((int)box.End)]);
        yield return ("moov and mdat in another order", Reordered(film, boxes));
        yield return ("box appended", [.. film, 0, 0, 0, 8, .. "free"u8]);
        yield return ("box put in", [.. film.AsSpan(0, (int)boxes[1].End), 0, 0, 0, 8, .. "free"u8, .. film.AsSpan((int)boxes[1].End)]);
        yield return ("cut within mdat", film[..(int)(boxes[^1].End - 100)]);
        yield return ("cut within the manifest", film[..(int)(boxes[1].End - 100)]);
        yield return ("manifest of another film", Replayed(film, Samples.Stamp(Samples.Video("moov at end"))));
        yield return ("manifest of its parent", Replayed(film, Parent.Value));
        foreach (var (name, change) in StoreChanges())
            yield return (name, WithStore(film, boxes, change));
    }

    private static IEnumerable<(string Name, Func<byte[], byte[]> Change)> StoreChanges()
    {
        var store = Store(Film.Value);
        var root = JumbfReader.Read(store);
        var active = root.Children[^1];
        foreach (var assertion in active.Child("c2pa.assertions")!.Children)
        {
            var (at, end) = Place(assertion);
            yield return ($"a byte of {assertion.Label}", bytes => Flipped(bytes, end - 1));
            yield return ($"label of {assertion.Label}", bytes => Flipped(bytes, at + 8 + 8 + 17 + 2));
            yield return ($"{assertion.Label} removed", bytes => Without(bytes, assertion, active.Child("c2pa.assertions")!, active, root));
        }
        var home = active.Child("c2pa.assertions")!;
        yield return ("assertions in another order", bytes => Swapped(bytes, home.Children[0], home.Children[1]));
        yield return ("a byte of the claim", bytes => Flipped(bytes, Title(active, "remix")));
        yield return ("claim removed", bytes => Without(bytes, active.Child("c2pa.claim.v2")!, active, root));
        yield return ("a byte of the signature", bytes => Flipped(bytes, Place(active.Child("c2pa.signature")!).End - 1));
        yield return ("signature removed", bytes => Without(bytes, active.Child("c2pa.signature")!, active, root));
        yield return ("claim and signature in another order", bytes => Swapped(bytes, active.Child("c2pa.claim.v2")!, active.Child("c2pa.signature")!));
        yield return ("a byte of the certificate", bytes => Flipped(bytes, Place(active.Child("c2pa.signature")!).At + 300));
        yield return ("signature of the parent", bytes => Spliced(bytes, active.Child("c2pa.signature")!, root.Children[0].Child("c2pa.signature")!, active, root));
        yield return ("claim of the parent", bytes => Spliced(bytes, active.Child("c2pa.claim.v2")!, root.Children[0].Child("c2pa.claim.v2")!, active, root));
        yield return ("manifests in another order", bytes => Swapped(bytes, root.Children[0], active));
        yield return ("parent's manifest removed", bytes => Without(bytes, root.Children[0], root));
        yield return ("own manifest removed", bytes => Without(bytes, active, root));
        var parent = root.Children[0];
        yield return ("a byte of the parent's assertion", bytes => Flipped(bytes, Place(parent.Child("c2pa.assertions")!.Children[0]).End - 1));
        yield return ("a byte of the parent's claim", bytes => Flipped(bytes, Title(parent, "parent")));
        yield return ("a byte of the parent's signature", bytes => Flipped(bytes, Place(parent.Child("c2pa.signature")!).End - 1));
        yield return ("label of the manifest", bytes => Flipped(bytes, Place(active).At + 8 + 8 + 17 + 12));
    }

    private static int Title(SuperBox manifest, string word)
    {
        var claim = manifest.Child("c2pa.claim.v2")!;
        return Place(claim).At + claim.Raw.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes($"Video {word}"));
    }

    private static byte[] Store(byte[] film)
    {
        var file = new MemoryStream(film);
        return C2paBox.Read(file, BoxScanner.TopLevel(file).First(box => box.IsC2pa)).Data.ToArray();
    }

    /// <summary>The film with another store in the same room.</summary>
    private static byte[] WithStore(byte[] film, List<BmffBox> boxes, Func<byte[], byte[]> change)
    {
        var changed = change(Store(film));
        var copy = (byte[])film.Clone();
        var room = copy.AsSpan((int)boxes[1].Offset + C2paBox.Overhead, (int)boxes[1].Size - C2paBox.Overhead);
        room.Clear();
        changed.AsSpan(0, Math.Min(changed.Length, room.Length)).CopyTo(room);
        return copy;
    }

    private static byte[] Replayed(byte[] film, byte[] from)
    {
        var store = Store(from);
        return WithStore(film, BoxScanner.TopLevel(new MemoryStream(film)), _ => store);
    }

    private static byte[] Reordered(byte[] film, List<BmffBox> boxes)
    {
        var (moov, mdat) = (boxes.First(box => box.Type == "moov"), boxes.First(box => box.Type == "mdat"));
        var between = film.AsSpan((int)moov.End, (int)(mdat.Offset - moov.End));
        return [.. film.AsSpan(0, (int)moov.Offset), .. film.AsSpan((int)mdat.Offset, (int)mdat.Size), .. between, .. film.AsSpan((int)moov.Offset, (int)moov.Size), .. film.AsSpan((int)mdat.End)];
    }

    private static byte[] Swapped(byte[] store, SuperBox first, SuperBox second)
    {
        var (one, two) = (Place(first), Place(second));
        return [.. store[..one.At], .. store[two.At..two.End], .. store[one.End..two.At], .. store[one.At..one.End], .. store[two.End..]];
    }

    private static byte[] Without(byte[] store, SuperBox box, params SuperBox[] around)
    {
        var (at, end) = Place(box);
        return Resized([.. store[..at], .. store[end..]], at - end, around);
    }

    private static byte[] Spliced(byte[] store, SuperBox box, SuperBox other, params SuperBox[] around)
    {
        var ((at, end), (from, to)) = (Place(box), Place(other));
        return Resized([.. store[..at], .. store[from..to], .. store[end..]], to - from - (end - at), around);
    }

    private static byte[] Resized(byte[] store, int by, SuperBox[] around)
    {
        foreach (var box in around)
        {
            var field = store.AsSpan(Place(box).At, 4);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(field, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(field) + by);
        }
        return store;
    }

    private static (int At, int End) Place(SuperBox box)
    {
        MemoryMarshal.TryGetArray(box.Raw, out var segment);
        return (segment.Offset, segment.Offset + segment.Count);
    }

    private static byte[] Flipped(byte[] bytes, long at)
    {
        var copy = (byte[])bytes.Clone();
        copy[at] ^= 0x01;
        return copy;
    }
}
