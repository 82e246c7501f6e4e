using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Likeness;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Service.Models;

/// <summary>Takes the fingerprint of a picture: on white where it is clear, and without even margins, which change with every shop's frame.</summary>
/// <param name="likeness">Describes pictures.</param>
internal sealed class PicturePrint(PictureLikeness likeness)
{
    /// <summary>Levels of a channel by which a pixel differs from the margin: more than compression does.</summary>
    private const int Even = 24;

    private const int LeastSide = 16;

    /// <inheritdoc cref="FingerprintMaker"/>
    public async Task<PictureFingerprint> Take(string picture, CancellationToken cancellation)
    {
        var decoded = await PictureDecoder.Decode(picture, cancellation);
        var (rgb, width, height) = Trimmed(OnWhite(decoded), decoded.Width, decoded.Height);
        return likeness.Describe(new RgbView(rgb, width, height), cancellation);
    }

    private static byte[] OnWhite(DecodedPicture picture)
    {
        var rgb = new byte[3 * picture.Width * picture.Height];
        for (int from = 0, to = 0; to < rgb.Length; from += 4)
        {
            var alpha = picture.Rgba[from + 3];
            for (var channel = 0; channel < 3; channel++)
            {
                rgb[to++] = (byte)(((picture.Rgba[from + channel] * alpha) + (byte.MaxValue * (byte.MaxValue - alpha)) + 127) / byte.MaxValue);
            }
        }

        return rgb;
    }

    /// <summary>What is within the margins: all of it where the corners are not of one colour, or next to nothing would be left.</summary>
    private static (byte[] Rgb, int Width, int Height) Trimmed(byte[] rgb, int width, int height)
    {
        int[] corners = [0, 3 * (width - 1), 3 * width * (height - 1), 3 * ((width * height) - 1)];
        if (corners.Any(corner => !IsLike(rgb, corner, 0)))
        {
            return (rgb, width, height);
        }

        int left = width, top = height, right = 0, bottom = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (!IsLike(rgb, 3 * ((y * width) + x), 0))
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                    (top, bottom) = (Math.Min(top, y), y + 1);
                }
            }
        }

        int across = right - left, down = bottom - top;
        if (across < LeastSide || down < LeastSide || (across == width && down == height))
        {
            return (rgb, width, height);
        }

        var kept = new byte[3 * across * down];
        for (var y = 0; y < down; y++)
        {
            rgb.AsSpan(3 * (((top + y) * width) + left), 3 * across).CopyTo(kept.AsSpan(3 * y * across));
        }

        return (kept, across, down);
    }

    private static bool IsLike(byte[] rgb, int one, int other) =>
        Math.Abs(rgb[one] - rgb[other]) <= Even && Math.Abs(rgb[one + 1] - rgb[other + 1]) <= Even && Math.Abs(rgb[one + 2] - rgb[other + 2]) <= Even;
}
