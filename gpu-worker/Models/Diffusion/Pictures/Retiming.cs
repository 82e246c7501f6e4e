namespace SoraFunctions.Models.Diffusion.Pictures;

/// <summary>Brings a clip from one frame rate to another: a frame between two is a mix of both.</summary>
public static class Retiming
{
    // Nearer than this to a frame, that frame is taken as it is.
    private const double Near = 0.02;

    /// <summary>The frames at the other rate; the last one stands where the clip is too short.</summary>
    /// <param name="pictures">The clip; read as far as needed, once.</param>
    /// <param name="rate">Its frames a second.</param>
    /// <param name="toRate">Frames a second that are wanted.</param>
    /// <param name="count">How many of them.</param>
    public static IEnumerable<PlanarPicture> At(IEnumerable<PlanarPicture> pictures, double rate, double toRate, int count)
    {
        using var clip = pictures.GetEnumerator();
        if (Next() is not { } before)
            yield break;
        var (after, index) = (Next(), 0);
        for (var frame = 0; frame < count; frame++)
        {
            var time = frame / toRate * rate;
            for (; after is not null && index + 1 <= time + Near; index++)
                (before, after) = (after, Next());
            var share = time - index;
            yield return after is null || share < Near ? before : before.Mix(after, (float)share);
        }

        PlanarPicture? Next() => clip.MoveNext() ? clip.Current : null;
    }
}
