using System.Buffers.Binary;

namespace SoraFunctions.Media.Pictures;

/// <summary>How a camera was held, from the Exif tag 0x0112: 1 (upright) to 8, numbered as in the Exif 2.3 standard.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>Reads the tag from the first bytes of a JPEG, PNG or WebP file; 1 when there is none.</summary>
    public static int Of(ReadOnlySpan<byte> file)
    {
        var marker = file.IndexOf("Exif\0\0"u8);
        if (file is [0xff, 0xd8, ..])
            return marker < 0 ? 1 : OfTiff(file[(marker + 6)..]);
        var chunk = file.IndexOf(file is [0x89, ..] ? "eXIf"u8 : "EXIF"u8);
        if (chunk < 0)
            return 1;
        var data = file[(chunk + (file is [0x89, ..] ? 4 : 8))..];
        return OfTiff(data.StartsWith("Exif\0\0"u8) ? data[6..] : data);
    }

    /// <summary>Turns a picture so that it stands upright.</summary>
    public static DecodedPicture Apply(DecodedPicture picture, int orientation)
    {
        if (orientation is < 2 or > 8)
            return picture;
        var (w, h) = (picture.Width, picture.Height);
        var (outW, outH) = orientation >= 5 ? (h, w) : (w, h);
        var source = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(picture.Rgba.AsSpan());
        var turned = new byte[picture.Rgba.Length];
        var target = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(turned.AsSpan());
        for (var y = 0; y < outH; y++)
        {
            for (var x = 0; x < outW; x++)
            {
                var (sx, sy) = orientation switch
                {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                target[y * outW + x] = source[sy * w + sx];
            }
        }

        return new DecodedPicture(outW, outH, turned);
    }

    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return 1;
        var little = tiff[0] == 'I';
        var at = Long(tiff[4..], little);
        if (at > tiff.Length - 2)
            return 1;
        var count = Short(tiff[(int)at..], little);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + 12 * (uint)i;
            if (entry + 12 > tiff.Length)
                return 1;
            if (Short(tiff[(int)entry..], little) == Tag)
                return Short(tiff[((int)entry + 8)..], little);
        }

        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Long(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
