using System.Buffers.Binary;

namespace SoraFunctions.Media.Films;

/// <summary>Size and length of the picture track, as the index of an MP4 file (ISO/IEC 14496-12) says them.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Seconds">Length.</param>
internal sealed record PictureHeader(int Width, int Height, double Seconds)
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file's index; null when that does not say, as in a file of fragments, or when there is none.</summary>
    public static PictureHeader? Read(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[16];
        for (long at = 0; at + head.Length <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head);
            var size = SizeOf(head);
            if (size < 8 || size > file.Length - at)
                return null;
            if (head.AsSpan(4, 4).SequenceEqual("moov"u8) && size <= MostBytes)
            {
                var index = new byte[size - 8];
                file.Position = at + 8;
                file.ReadExactly(index);
                return OfTracks(index);
            }

            at += size;
        }

        return null;
    }

    private static PictureHeader? OfTracks(ReadOnlySpan<byte> boxes)
    {
        for (var rest = boxes; Next(ref rest, "trak"u8) is { Length: > 0 } track;)
        {
            var media = First(track, "mdia"u8);
            var kind = First(media, "hdlr"u8);
            var clock = First(media, "mdhd"u8);
            var entry = First(First(First(media, "minf"u8), "stbl"u8), "stsd"u8);
            if (kind.Length < 12 || !kind.Slice(8, 4).SequenceEqual("vide"u8) || clock.Length < 20 || (clock[0] == 1 && clock.Length < 32) || entry.Length < 44)
                continue;
            var (unit, length) = clock[0] == 1 ? (U32(clock[20..]), BinaryPrimitives.ReadInt64BigEndian(clock[24..])) : (U32(clock[12..]), U32(clock[16..]));
            return unit == 0 || length <= 0
                ? null
                : new PictureHeader(BinaryPrimitives.ReadUInt16BigEndian(entry[40..]), BinaryPrimitives.ReadUInt16BigEndian(entry[42..]), length / (double)unit);
        }

        return null;
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> boxes, scoped ReadOnlySpan<byte> type) => Next(ref boxes, type);

    /// <summary>The content of the next box of a type; the span then begins behind it. Empty when there is none.</summary>
    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> boxes, scoped ReadOnlySpan<byte> type)
    {
        while (boxes.Length >= 8)
        {
            var box = boxes;
            var size = SizeOf(box);
            if (size < 8 || size > box.Length)
                break;
            boxes = box[(int)size..];
            if (box.Slice(4, 4).SequenceEqual(type))
                return box[8..(int)size];
        }

        return [];
    }

    private static long SizeOf(ReadOnlySpan<byte> box) =>
        U32(box) is var size && size == 1 && box.Length >= 16 ? BinaryPrimitives.ReadInt64BigEndian(box[8..]) : size;

    private static uint U32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
