using System.Buffers.Binary;
using System.IO.Compression;

namespace SoraFunctions.Media.Pictures;

/// <summary>Writes PNG files (W3C PNG, third edition): 8 bits, with alpha.</summary>
public static class PngWriter
{
    private static readonly uint[] _crcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8)
        .Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xedb88320u ^ (c >> 1) : c >> 1))];

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">What to write.</param>
    /// <param name="path">The file, replaced when it is there.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task Write(DecodedPicture picture, string path, CancellationToken cancellation) =>
        File.WriteAllBytesAsync(path, Encode(picture), cancellation);

    /// <summary>The bytes of the file.</summary>
    /// <param name="picture">What to encode.</param>
    public static byte[] Encode(DecodedPicture picture)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9]) = (8, 6);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, Compress(picture));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(DecodedPicture picture)
    {
        const byte upFilter = 2;
        var stride = picture.Width * 4;
        var row = new byte[stride + 1];
        row[0] = upFilter;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < picture.Height; y++)
            {
                for (var i = 0; i < stride; i++)
                    row[i + 1] = (byte)(picture.Rgba[y * stride + i] - (y == 0 ? 0 : picture.Rgba[(y - 1) * stride + i]));
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
            crc = _crcTable[(crc ^ b) & 0xff] ^ (crc >> 8);
        return crc;
    }
}
