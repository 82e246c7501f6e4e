using System.Buffers.Binary;

namespace SoraFunctions.Pipeline.Pictures;

/// <summary>The first chunk of a WebP (RFC 9649), and whether the file is as long as it says.</summary>
internal static class WebpStructure
{
    public static PictureFacts? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) > bytes.Length - 8)
        {
            return null;
        }

        var chunk = bytes[12..];
        if (BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]) > chunk.Length - 8)
        {
            return null;
        }

        return chunk switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' ', ..] => Lossy(chunk[8..]),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L', ..] => Lossless(chunk[8..]),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X', ..] => Extended(chunk[8..]),
            _ => null,
        };
    }

    /// <summary>Frame tag of three bytes, start code 9D 01 2A, then 14 bits each way (RFC 6386, 9.1).</summary>
    private static PictureFacts? Lossy(ReadOnlySpan<byte> data) =>
        data[3] == 0x9D && data[4] == 0x01 && data[5] == 0x2A
            ? Facts(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;

    /// <summary>Signature 2F, then 14 bits each way, less one.</summary>
    private static PictureFacts? Lossless(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return data[0] == 0x2F ? Facts((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : null;
    }

    /// <summary>Flags and reserved, four bytes, then 24 bits each way, less one.</summary>
    private static PictureFacts Extended(ReadOnlySpan<byte> data) => Facts(Wide(data[4..]) + 1, Wide(data[7..]) + 1);

    private static int Wide(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);

    private static PictureFacts Facts(int width, int height) => new("image/webp", width, height);
}
