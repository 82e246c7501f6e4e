namespace SoraFunctions.Contract.Renders;

/// <summary>The raster of a clip or a cut.</summary>
/// <param name="Width">Pixels across: even, 128 to 3840.</param>
/// <param name="Height">Pixels down: even, 128 to 3840.</param>
/// <param name="FramesPerSecond">Frames a second, 1 to 60.</param>
public sealed record FrameFormat(int Width, int Height, int FramesPerSecond = 30)
{
    /// <summary>The number of frames that last the given time, exactly rounded.</summary>
    public int FramesIn(decimal seconds) => (int)decimal.Round(seconds * FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>The raster in which the shots of a cut are filmed: in draft quality 9/20 of the cut's, made even; the cut enlarges them.</summary>
    public FrameFormat Filmed(Quality quality) => quality == Quality.Draft ? this with { Width = Drafted(Width), Height = Drafted(Height) } : this;

    // A fifth of the pixels, for at half the size a draft is only three times cheaper; the shapes of 720 and 1080 lines at 16:9, 9:16 and 1:1 are kept exactly.
    private static int Drafted(int size) => ((9 * size) + 20) / 40 * 2;
}
