using System.Buffers;
using System.Buffers.Binary;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>The parts of a JPEG picture by name: a scan goes with the picture data behind its head, the manifest is one part.</summary>
internal static class JpegParts
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const int BufferSize = 1 << 16;

    /// <exception cref="InvalidDataException">The picture is malformed.</exception>
    public static IReadOnlyList<NamedBox> Of(Stream file, IReadOnlyList<(long Offset, long End)> store)
    {
        var parts = new List<NamedBox> { new("SOI", 0, 2) };
        Span<byte> head = stackalloc byte[4];
        for (long at = 2; at + 2 <= file.Length;)
        {
            file.Position = at;
            var got = file.ReadAtLeast(head, 4, throwOnEndOfStream: false);
            if (head[0] != 0xFF)
                throw new InvalidDataException($"No JPEG marker at byte {at}.");
            var marker = head[1];
            if (marker == EndOfImage)
            {
                parts.Add(new("EOI", at, at + 2));
                break;
            }
            if (got < 4)
                throw new InvalidDataException($"The JPEG segment at byte {at} does not fit into the file.");
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (marker == StartOfScan)
                end = EndOfScan(file, end);
            if (store.Any(one => one.Offset == at))
            {
                if (parts[^1] is { Name: NamedBox.Manifest } manifest)
                    parts[^1] = manifest with { End = end };
                else
                    parts.Add(new(NamedBox.Manifest, at, end));
            }
            else
            {
                parts.Add(new(Name(marker), at, end));
            }
            at = end;
        }
        return parts;
    }

    /// <summary>The next marker that is neither a stuffed byte nor a restart.</summary>
    private static long EndOfScan(Stream file, long from)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var escaped = false;
            file.Position = from;
            for (int got; (got = file.Read(buffer)) > 0; from += got)
                for (var index = 0; index < got; index++)
                {
                    if (escaped && buffer[index] is not (0 or >= 0xD0 and <= 0xD7))
                        return from + index - 1;
                    escaped = buffer[index] == 0xFF;
                }
            return from;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string Name(byte marker) => marker switch
    {
        >= 0xE0 and <= 0xEF => $"APP{marker - 0xE0}",
        0xC4 => "DHT",
        0xCC => "DAC",
        0xDB => "DQT",
        0xDD => "DRI",
        0xFE => "COM",
        StartOfScan => "SOS",
        >= 0xC0 and <= 0xCF => $"SOF{marker - 0xC0}",
        >= 0xF0 and <= 0xFD => $"JPG{marker - 0xF0}",
        _ => $"{marker:X2}",
    };
}
