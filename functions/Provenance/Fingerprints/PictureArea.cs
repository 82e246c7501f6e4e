namespace SoraFunctions.Provenance.Fingerprints;

/// <summary>A rectangle of a picture, in parts of its width and height from the upper left corner.</summary>
/// <param name="Left">0 to 1.</param>
/// <param name="Top">0 to 1.</param>
/// <param name="Right">0 to 1.</param>
/// <param name="Bottom">0 to 1.</param>
public readonly record struct PictureArea(double Left, double Top, double Right, double Bottom)
{
    /// <summary>All of the picture.</summary>
    public static PictureArea Whole { get; } = new(0, 0, 1, 1);

    /// <summary>The middle of it.</summary>
    /// <param name="part">How much of width and height.</param>
    public PictureArea Inner(double part)
    {
        var (x, y) = ((Right - Left) * (1 - part) / 2, (Bottom - Top) * (1 - part) / 2);
        return new PictureArea(Left + x, Top + y, Right - x, Bottom - y);
    }

    /// <summary>Whether all borders lie about where another area's do.</summary>
    /// <param name="other">The other area.</param>
    internal bool IsNear(PictureArea other) =>
        Math.Abs(Left - other.Left) + Math.Abs(Top - other.Top) + Math.Abs(Right - other.Right) + Math.Abs(Bottom - other.Bottom) < 0.03;
}
