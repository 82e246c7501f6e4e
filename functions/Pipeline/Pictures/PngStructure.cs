using System.Buffers.Binary;

namespace SoraFunctions.Pipeline.Pictures;

/// <summary>The chunks of a PNG (ISO/IEC 15948), each with its checksum.</summary>
internal static class PngStructure
{
    private static readonly byte[] _signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureFacts? Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(_signature))
        {
            return null;
        }

        PictureFacts? facts = null;
        var hasPixels = false;
        for (var rest = bytes[8..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                return null;
            }

            var typed = rest.Slice(4, 4 + (int)length);
            if (Crc32.Of(typed) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            {
                return null;
            }

            var type = typed[..4];
            if (facts is null)
            {
                if (!type.SequenceEqual("IHDR"u8) || length != 13 || ReadHeader(typed[4..]) is not { } header)
                {
                    return null;
                }

                facts = header;
            }

            hasPixels |= type.SequenceEqual("IDAT"u8) && length > 0;
            if (type.SequenceEqual("IEND"u8))
            {
                return hasPixels ? facts : null;
            }

            rest = rest[(12 + (int)length)..];
        }

        return null;
    }

    private static PictureFacts? ReadHeader(ReadOnlySpan<byte> header)
    {
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        return width <= int.MaxValue && height <= int.MaxValue
            ? new PictureFacts("image/png", (int)width, (int)height)
            : null;
    }
}
