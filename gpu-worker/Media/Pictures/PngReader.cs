using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace SoraFunctions.Media.Pictures;

/// <summary>
/// Reads the PNG files that shops have (W3C PNG, third edition): eight bits, not interlaced. A process for the same takes ten times as long.
/// What it does not know, and what is damaged, is left to <see cref="Running.Ffmpeg"/>, which knows more and says what is wrong.
/// </summary>
internal static class PngReader
{
    private const int Grey = 0;
    private const int Colour = 2;
    private const int Indexed = 3;
    private const int GreyAlpha = 4;
    private const int ColourAlpha = 6;
    private const long Densest = 1032;

    /// <summary>The picture, not yet turned by its Exif orientation; null for what is left to others.</summary>
    /// <param name="file">All of the file.</param>
    /// <param name="mostPixels">What has more is left to others.</param>
    public static DecodedPicture? Read(ReadOnlySpan<byte> file, int mostPixels)
    {
        if (Chunks.Of(file) is not { } chunks) return null;
        var (width, height) = (chunks.Width, chunks.Height);
        if (width <= 0 || height <= 0 || (long)width * height > mostPixels) return null;
        var samples = chunks.Kind switch { Grey or Indexed => 1, GreyAlpha => 2, Colour => 3, _ => 4 };
        // Deflate packs a thousand bytes into one at best (RFC 1951): a small file can't ask for much memory.
        if ((1L + samples * width) * height > Densest * chunks.Data.Length) return null;
        var rgba = new byte[4 * width * height];
        var (above, line) = (new byte[1 + samples * width], new byte[1 + samples * width]);
        try
        {
            using var rows = new ZLibStream(new MemoryStream(chunks.Data), CompressionMode.Decompress);
            for (var y = 0; y < height; y++)
            {
                rows.ReadExactly(line);
                if (!Restore(line, above, samples)) return null;
                Spread(line.AsSpan(1), chunks, MemoryMarshal.Cast<byte, uint>(rgba.AsSpan(4 * width * y, 4 * width)));
                (above, line) = (line, above);
            }

            // The checksum comes last.
            return rows.ReadByte() < 0 ? new DecodedPicture(width, height, rgba) : null;
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Undoes the filter of a row (section 9), which its first byte names.</summary>
    /// <returns>Whether there is such a filter.</returns>
    private static bool Restore(byte[] line, byte[] above, int step)
    {
        switch (line[0])
        {
            case 0:
                return true;
            case 1:
                for (var i = 1 + step; i < line.Length; i++) line[i] += line[i - step];
                return true;
            case 2:
                for (var i = 1; i < line.Length; i++) line[i] += above[i];
                return true;
            case 3:
                for (var i = 1; i < line.Length; i++) line[i] += (byte)((above[i] + (i > step ? line[i - step] : 0)) >> 1);
                return true;
            case 4:
                for (var i = 1; i <= step; i++) line[i] += above[i];
                for (var i = 1 + step; i < line.Length; i++) line[i] += Paeth(line[i - step], above[i], above[i - step]);
                return true;
            default:
                return false;
        }
    }

    private static byte Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
    }

    private static void Spread(ReadOnlySpan<byte> line, in Chunks chunks, Span<uint> pixels)
    {
        const uint solid = 0xff000000;
        switch (chunks.Kind)
        {
            case Grey:
                for (var x = 0; x < pixels.Length; x++) pixels[x] = solid | line[x] * 0x010101u;
                break;
            case GreyAlpha:
                for (var x = 0; x < pixels.Length; x++) pixels[x] = (uint)line[2 * x + 1] << 24 | line[2 * x] * 0x010101u;
                break;
            case Colour:
                for (var x = 0; x < pixels.Length; x++) pixels[x] = solid | (uint)line[3 * x + 2] << 16 | (uint)line[3 * x + 1] << 8 | line[3 * x];
                break;
            case Indexed:
                for (var x = 0; x < pixels.Length; x++) pixels[x] = chunks.Palette[line[x]];
                break;
            default:
                MemoryMarshal.Cast<byte, uint>(line).CopyTo(pixels);
                break;
        }
    }

    /// <summary>What counts of a file.</summary>
    private readonly record struct Chunks(int Width, int Height, int Kind, uint[] Palette, byte[] Data)
    {
        private const int Signature = 8;

        /// <summary>Null for what is not eight bits, is interlaced, names a colour that is clear, lacks something, or is broken.</summary>
        public static Chunks? Of(ReadOnlySpan<byte> file)
        {
            Chunks? found = null;
            var palette = new uint[256];
            var colours = 0;
            using var data = new MemoryStream(file.Length);
            var rest = file[Math.Min(Signature, file.Length)..];
            while (rest.Length >= 12)
            {
                var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
                if (length > rest.Length - 12) return null;
                var type = rest.Slice(4, 4);
                var content = rest.Slice(8, (int)length);
                if (type.SequenceEqual("IHDR"u8))
                {
                    if (content is not [_, _, _, _, _, _, _, _, 8, Grey or Colour or Indexed or GreyAlpha or ColourAlpha, 0, 0, 0]) return null;
                    found = new(BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[9], palette, []);
                }
                else if (type.SequenceEqual("PLTE"u8))
                {
                    colours = content.Length / 3;
                    if (colours > palette.Length) return null;
                    for (var i = 0; i < colours; i++) palette[i] = 0xff000000 | (uint)content[3 * i + 2] << 16 | (uint)content[3 * i + 1] << 8 | content[3 * i];
                }
                else if (type.SequenceEqual("tRNS"u8))
                {
                    if (found is not { Kind: Indexed } || content.Length > colours) return null;
                    for (var i = 0; i < content.Length; i++) palette[i] = palette[i] & 0xffffff | (uint)content[i] << 24;
                }
                else if (type.SequenceEqual("IDAT"u8))
                {
                    data.Write(content);
                }
                else if (type.SequenceEqual("IEND"u8))
                {
                    return found is { } all && data.Length > 0 && (all.Kind != Indexed || colours > 0) ? all with { Data = data.ToArray() } : null;
                }

                rest = rest[(12 + (int)length)..];
            }

            return null;
        }
    }
}
