namespace SoraFunctions.Contract.Renders;

/// <summary>The raster of a clip or a cut.</summary>
/// <param name="Width">Pixels across: even, 128 to 3840.</param>
/// <param name="Height">Pixels down: even, 128 to 3840.</param>
/// <param name="FramesPerSecond">Frames a second, 1 to 60.</param>
public sealed record FrameFormat(int Width, int Height, int FramesPerSecond = 30)
{
    /// <summary>The number of frames that last the given time, exactly rounded.</summary>
    public int FramesIn(decimal seconds) => (int)decimal.Round(seconds * FramesPerSecond, MidpointRounding.AwayFromZero);

    /// <summary>The raster in which the shots of a cut are filmed: in draft quality 2/5 of the cut's, made even; the cut enlarges them.</summary>
    public FrameFormat Filmed(Quality quality) => quality == Quality.Draft ? this with { Width = Drafted(Width), Height = Drafted(Height) } : this;

    // A sixth of the pixels, for starting and encoding stay: at 9/20 a draft was 3.7 times cheaper. Sizes that divide by ten keep their shape.
    private static int Drafted(int size) => ((2 * size) + 5) / 10 * 2;
}
