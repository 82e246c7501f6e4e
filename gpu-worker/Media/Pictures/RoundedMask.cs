namespace SoraFunctions.Media.Pictures;

/// <summary>An opacity mask of a rectangle with round, smooth corners.</summary>
internal static class RoundedMask
{
    /// <summary>White inside, black outside, half-tones on the edge.</summary>
    public static DecodedPicture Of(int width, int height, double radius)
    {
        var rgba = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var dx = Math.Max(0, Math.Max(radius - x - 0.5, x + 0.5 - (width - radius)));
                var dy = Math.Max(0, Math.Max(radius - y - 0.5, y + 0.5 - (height - radius)));
                var inside = (byte)(255 * Math.Clamp(radius + 0.5 - Math.Sqrt(dx * dx + dy * dy), 0, 1));
                rgba.AsSpan((y * width + x) * 4, 3).Fill(inside);
                rgba[(y * width + x) * 4 + 3] = 255;
            }
        }

        return new DecodedPicture(width, height, rgba);
    }
}
