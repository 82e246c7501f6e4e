using System.Buffers.Binary;

namespace SoraFunctions.Pipeline.Pictures;

/// <summary>The markers of a JPEG (ITU-T T.81 annex B) up to its first scan, and its end.</summary>
internal static class JpegStructure
{
    public static PictureFacts? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return null;
        }

        PictureFacts? facts = null;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            var segment = bytes.Slice(at + 4, length - 2);
            if (IsFrame(marker))
            {
                if (segment.Length < 6)
                {
                    return null;
                }

                facts = new PictureFacts(
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
                    BinaryPrimitives.ReadUInt16BigEndian(segment[1..]));
            }

            at += 2 + length;
            if (marker == 0xDA)
            {
                return HasEnd(bytes[at..]) ? facts : null;
            }
        }

        return null;
    }

    /// <summary>Cameras put a preview or padding after the end marker, so it is looked for anywhere after the scan.</summary>
    private static bool HasEnd(ReadOnlySpan<byte> scans) => scans.LastIndexOf([(byte)0xFF, (byte)0xD9]) > 0;

    /// <summary>SOF0 to SOF15 without DHT, JPG and DAC, which lie among them.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
