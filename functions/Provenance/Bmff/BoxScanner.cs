using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>Lists the boxes in a stretch of a file by their headers alone, trusting no size.</summary>
internal static class BoxScanner
{
    /// <summary>Most boxes listed at one level: a two-hour fragmented film has some ten thousand.</summary>
    public const int MaxBoxes = 200_000;

    /// <exception cref="InvalidDataException">The file is not a sequence of well-formed boxes.</exception>
    public static List<BmffBox> TopLevel(Stream file) => Within(file, 0, file.Length);

    /// <summary>The boxes up to the first fault.</summary>
    /// <param name="file">A whole file.</param>
    /// <param name="fault">What is wrong there; null when the whole file is well-formed.</param>
    public static List<BmffBox> TopLevel(Stream file, out string? fault)
    {
        var boxes = new List<BmffBox>();
        try
        {
            fault = null;
            Scan(file, 0, file.Length, boxes);
        }
        catch (InvalidDataException error)
        {
            fault = error.Message;
        }
        return boxes;
    }

    /// <exception cref="InvalidDataException">The stretch is not a sequence of well-formed boxes.</exception>
    public static List<BmffBox> Within(Stream file, long from, long to)
    {
        var boxes = new List<BmffBox>();
        Scan(file, from, to, boxes);
        return boxes;
    }

    private static void Scan(Stream file, long from, long to, List<BmffBox> boxes)
    {
        for (var at = from; at < to; at = boxes[^1].End)
        {
            if (boxes.Count == MaxBoxes)
                throw new InvalidDataException($"More than {MaxBoxes} boxes at one level.");
            boxes.Add(ReadHeader(file, at, to));
        }
    }

    private static BmffBox ReadHeader(Stream file, long at, long limit)
    {
        Span<byte> head = stackalloc byte[32];
        file.Position = at;
        var got = file.ReadAtLeast(head[..(int)Math.Min(head.Length, limit - at)], (int)Math.Min(head.Length, limit - at), false);
        if (got < 8)
            throw new InvalidDataException($"The box header at byte {at} is cut short.");
        long size = BinaryPrimitives.ReadUInt32BigEndian(head);
        var type = Encoding.Latin1.GetString(head.Slice(4, 4));
        var header = 8;
        if (size == 1)
        {
            if (got < 16)
                throw new InvalidDataException($"The 64-bit box header at byte {at} is cut short.");
            size = BinaryPrimitives.ReadInt64BigEndian(head[8..]);
            header = 16;
        }
        else if (size == 0)
        {
            size = limit - at;
        }
        if (size < header || size > limit - at)
            throw new InvalidDataException(
                $"The box '{Printable(type)}' at byte {at} claims {size} bytes; {limit - at} are left.");
        if (type != "uuid")
            return new BmffBox(at, size, header, type, default);
        return size >= header + 16 && got >= header + 16
            ? new BmffBox(at, size, header, type, head.Slice(header, 16).ToArray())
            : throw new InvalidDataException($"The uuid box at byte {at} is too short for its type.");
    }

    private static string Printable(string type) => string.Concat(type.Select(c => c is >= ' ' and <= '~' ? c : '?'));
}
