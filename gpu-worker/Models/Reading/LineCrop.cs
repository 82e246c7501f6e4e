using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Reading;

/// <summary>Cuts a line of text out of a picture, level, at the height that the recogniser takes.</summary>
internal static class LineCrop
{
    private const int Height = 48;
    private const int ShortestWidth = 320;
    private const int LongestWidth = 3200;

    /// <summary>The line as planes of blue, green and red from -1 to 1; what is left of the shortest width is 0.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="box">Where the line is. One much higher than wide is taken for a line that runs down and is laid level.</param>
    public static Tensor Cut(RgbView picture, TextBox box)
    {
        if (box.Height >= 1.5f * box.Width)
            box = box with { Width = box.Height, Height = box.Width, Angle = box.Angle + MathF.PI / 2 };
        var used = (int)Math.Clamp(MathF.Ceiling(Height * box.Width / box.Height), 1, LongestWidth);
        var level = LevelSampling.Cut(picture, new(box.CentreX, box.CentreY), box.Width, box.Height, box.Angle, used, Height);
        var width = Math.Max(used, ShortestWidth);
        var planes = new float[3 * Height * width];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < used; x++)
                for (var channel = 0; channel < 3; channel++)
                    planes[((2 - channel) * Height + y) * width + x] = level[(y * used + x) * 3 + channel] / 127.5f - 1;
        return new(planes, 1, 3, Height, width);
    }
}
