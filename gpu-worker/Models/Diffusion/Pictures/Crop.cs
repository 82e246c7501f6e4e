namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>A part of a picture in pixels, which may be parts of pixels.</summary>
/// <param name="Left">From the left rim.</param>
/// <param name="Top">From the upper rim.</param>
/// <param name="Width">Across.</param>
/// <param name="Height">Down.</param>
public readonly record struct Crop(double Left, double Top, double Width, double Height)
{
    /// <summary>The largest part in the middle of a picture that has the shape of another.</summary>
    public static Crop Cover(int width, int height, int toWidth, int toHeight)
    {
        var scale = Math.Min((double)width / toWidth, (double)height / toHeight);
        var (across, down) = (toWidth * scale, toHeight * scale);
        return new((width - across) / 2, (height - down) / 2, across, down);
    }
}
