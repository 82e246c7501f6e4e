using System.Buffers.Binary;
using System.Text;
using SoraFunctions.Provenance.Bmff;

namespace SoraFunctions.Provenance.Labels;

/// <summary>Reads the named text fields of an MP4 file: handler mdta, names in keys, values in ilst.</summary>
internal static class MetadataReader
{
    private const int LongestTable = 16 << 20;
    private const int Utf8Text = 1;
    private static readonly string[][] Places = [["moov", "udta", "meta"], ["moov", "meta"], ["meta"]];

    /// <summary>Every text field, in file order; several may share a name.</summary>
    /// <exception cref="InvalidDataException">A box on the way is malformed.</exception>
    public static IReadOnlyList<(string Key, string Value)> Read(Stream file, IReadOnlyList<BmffBox> topLevel) =>
        [.. Places.SelectMany(place => Find(file, topLevel, place)).SelectMany(meta => ReadMeta(file, meta))];

    private static IEnumerable<BmffBox> Find(Stream file, IReadOnlyList<BmffBox> siblings, ReadOnlyMemory<string> path)
    {
        var found = siblings.Where(box => box.Type == path.Span[0]);
        return path.Length == 1 ? found : found.SelectMany(box => Find(file, Inside(file, box), path[1..]));
    }

    private static List<BmffBox> Inside(Stream file, BmffBox box)
    {
        var end = box.End;
        // QuickTime ends udta with four zero bytes.
        if (box.Type == "udta" && box.Size >= box.HeaderSize + 4)
        {
            Span<byte> last = stackalloc byte[4];
            file.Position = end - 4;
            file.ReadExactly(last);
            if (last.SequenceEqual(stackalloc byte[4]) && !WellFormed(file, box, end))
                end -= 4;
        }
        return BoxScanner.Within(file, box.Offset + BoxContent.Start(file, box), end);
    }

    private static bool WellFormed(Stream file, BmffBox box, long end)
    {
        try
        {
            BoxScanner.Within(file, box.Offset + box.HeaderSize, end);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Key, string Value)> ReadMeta(Stream file, BmffBox meta)
    {
        var boxes = Inside(file, meta);
        var keys = boxes.Find(box => box.Type == "keys");
        var list = boxes.Find(box => box.Type == "ilst");
        if (keys is null || list is null)
            yield break;
        var names = Names(Content(file, keys));
        foreach (var item in BoxScanner.Within(file, list.Offset + list.HeaderSize, list.End))
        {
            var index = BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(item.Type));
            if (index == 0 || index > names.Count)
                continue;
            var data = BoxScanner.Within(file, item.Offset + item.HeaderSize, item.End).Find(box => box.Type == "data");
            var value = data is null ? [] : Content(file, data);
            if (value.Length >= 8 && BinaryPrimitives.ReadUInt32BigEndian(value) == Utf8Text)
                yield return (names[(int)index - 1], Encoding.UTF8.GetString(value.AsSpan(8)));
        }
    }

    private static List<string> Names(byte[] keys)
    {
        var names = new List<string>();
        for (var at = 8; at + 8 <= keys.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(keys.AsSpan(at));
            if (size < 8 || size > keys.Length - at)
                throw new InvalidDataException("The keys box holds a name that does not fit.");
            names.Add(Encoding.UTF8.GetString(keys, at + 8, (int)size - 8));
            at += (int)size;
        }
        return names;
    }

    private static byte[] Content(Stream file, BmffBox box)
    {
        if (box.Size > LongestTable)
            throw new InvalidDataException(
                $"The {box.Type} box of the metadata holds {box.Size} bytes; at most {LongestTable} are read.");
        var bytes = new byte[box.Size - box.HeaderSize];
        file.Position = box.Offset + box.HeaderSize;
        file.ReadExactly(bytes);
        return bytes;
    }
}
