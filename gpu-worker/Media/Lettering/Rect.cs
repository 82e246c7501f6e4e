namespace SoraFunctions.Media.Lettering;

/// <summary>A rectangle on the frame, in pixels from the top left corner.</summary>
internal readonly record struct Rect(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CentreX => Left + Width / 2;

    public double CentreY => Top + Height / 2;

    public double Area => Width * Height;

    /// <summary>Area in common with another.</summary>
    public double Overlap(Rect other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));

    /// <summary>Larger by so much on all sides.</summary>
    public Rect Grow(double x, double y) => new(Left - x, Top - y, Width + 2 * x, Height + 2 * y);
}
