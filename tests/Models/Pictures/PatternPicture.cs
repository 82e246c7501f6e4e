using SoraFunctions.Models.Pictures;

namespace SoraFunctions.Models.Tests.Pictures;

/// <summary>The picture that TensorFlow.js saw when its results were recorded: ramps of three slopes.</summary>
public static class PatternPicture
{
    public static RgbPicture Make(int width, int height)
    {
        var pixels = new byte[3 * width * height];
        for (int i = 0, y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                for (var channel = 0; channel < 3; channel++, i++)
                    pixels[i] = (byte)(x * (channel + 1) + 2 * y * (3 - channel));
        return new(width, height, pixels);
    }
}
