using System.Buffers.Binary;
using System.Globalization;

namespace SoraFunctions.Media.Films;

/// <summary>The index of an MP4 file.</summary>
/// <param name="Tracks">Its tracks in order.</param>
internal sealed record Mp4Index(IReadOnlyList<Mp4Track> Tracks)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file's index. Fails with <see cref="InvalidDataException"/> when it has none.</summary>
    public static Mp4Index Read(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[16];
        for (long at = 0; at + 8 <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head.AsSpan(0, (int)Math.Min(16, file.Length - at)));
            var size = SizeOf(head);
            if (size < 8 || size > file.Length - at)
                break;
            if (head.AsSpan(4, 4).SequenceEqual("moov"u8) && size <= MostBytes)
            {
                var index = new byte[size - 8];
                file.Position = at + 8;
                file.ReadExactly(index);
                return new Mp4Index([.. Boxes(index).Where(box => box.Type == "trak").Select(box => TrackOf(index.AsMemory(box.From, box.Length)))]);
            }

            at += size;
        }

        throw new InvalidDataException("The MP4 file has no index.");
    }

    private static Mp4Track TrackOf(ReadOnlyMemory<byte> track)
    {
        var media = Child(track, "mdia");
        var clock = Child(media, "mdhd").Span;
        var table = Child(Child(media, "minf"), "stbl");
        var (unit, length) = clock[0] == 1
            ? (U32(clock, 20), BinaryPrimitives.ReadInt64BigEndian(clock[24..]))
            : (U32(clock, 12), U32(clock, 16));
        var steps = Child(table, "stts").Span;
        var runs = (int)U32(steps, 4);
        var samples = 0L;
        for (var i = 0; i < runs; i++)
            samples += U32(steps, 8 + 8 * i);
        return new Mp4Track(
            System.Text.Encoding.Latin1.GetString(Child(media, "hdlr").Span.Slice(8, 4)),
            unit,
            length,
            samples,
            runs == 1 ? U32(steps, 12) : null,
            Child(Child(track, "edts"), "elst").Length > 0,
            CodecOf(Child(table, "stsd")));
    }

    private static string CodecOf(ReadOnlyMemory<byte> descriptions)
    {
        if (descriptions.Length < 16)
            return "";
        var entry = descriptions[16..];
        switch (System.Text.Encoding.Latin1.GetString(descriptions.Span.Slice(12, 4)))
        {
            // ISO/IEC 14496-15: profile, compatibility and level follow the version of avcC.
            case "avc1":
                var avc = Child(entry[78..], "avcC").Span;
                return avc.Length < 4 ? "avc1" : "avc1." + Convert.ToHexString(avc.Slice(1, 3));
            // AV1 in ISOBMFF: profile and level share a byte, tier and depth the next.
            case "av01":
                var av1 = Child(entry[78..], "av1C").Span;
                return av1.Length < 3 ? "av01" : string.Create(
                    CultureInfo.InvariantCulture, $"av01.{av1[1] >> 5}.{av1[1] & 31:00}{((av1[2] & 0x80) != 0 ? 'H' : 'M')}.{((av1[2] & 0x40) != 0 ? 10 : 8):00}");
            case "mp4a":
                return "mp4a.40.2";
            default:
                return "";
        }
    }

    private static ReadOnlyMemory<byte> Child(ReadOnlyMemory<byte> boxes, string type)
    {
        foreach (var (name, from, length) in Boxes(boxes))
        {
            if (name == type)
                return boxes.Slice(from, length);
        }

        return default;
    }

    private static IEnumerable<(string Type, int From, int Length)> Boxes(ReadOnlyMemory<byte> boxes)
    {
        for (var at = 0; at + 8 <= boxes.Length;)
        {
            var size = SizeOf(boxes.Span[at..]);
            if (size < 8 || size > boxes.Length - at)
                yield break;
            yield return (System.Text.Encoding.Latin1.GetString(boxes.Span.Slice(at + 4, 4)), at + 8, (int)size - 8);
            at += (int)size;
        }
    }

    private static long SizeOf(ReadOnlySpan<byte> box) =>
        U32(box, 0) is var size && size == 1 && box.Length >= 16 ? BinaryPrimitives.ReadInt64BigEndian(box[8..]) : size;

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) : 0;
}
