namespace SoraFunctions.Contract.Renders;

/// <summary>The raster of a clip or a cut.</summary>
/// <param name="Width">Pixels across: even, 128 to 3840.</param>
/// <param name="Height">Pixels down: even, 128 to 3840.</param>
/// <param name="FramesPerSecond">Frames a second, 1 to 60.</param>
public sealed record FrameFormat(int Width, int Height, int FramesPerSecond = 30)
{
    /// <summary>The number of frames that last the given time, exactly rounded.</summary>
    public int FramesIn(decimal seconds) => (int)decimal.Round(seconds * FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>The raster in which the shots of a cut are filmed: in draft quality half of the cut's, made even; the cut enlarges them.</summary>
    public FrameFormat Filmed(Quality quality) =>
        quality == Quality.Draft ? this with { Width = (Width + 2) / 4 * 2, Height = (Height + 2) / 4 * 2 } : this;
}
