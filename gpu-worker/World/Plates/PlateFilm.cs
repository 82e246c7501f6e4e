using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;
using SoraFunctions.World.Render;
using SoraFunctions.World.Staging;

namespace SoraFunctions.World.Plates;

/// <summary>Films a staged shot in front of a plate: a film of the place that another engine made.</summary>
internal static class PlateFilm
{
    /// <summary>Reads the light of a plate's first frame. Fails with <see cref="InvalidDataException"/> when the file is no film.</summary>
    /// <param name="path">The plate.</param>
    /// <param name="format">The raster that it will be seen in.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<PlateLight> LightOf(string path, FrameFormat format, CancellationToken cancellation)
    {
        await using var reader = new FrameReader(path, format);
        var first = new byte[reader.FrameBytes];
        try
        {
            await reader.Read(first, cancellation).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is FfmpegException or InvalidDataException)
        {
            throw new InvalidDataException($"The plate can't be used: {problem.Message}", problem);
        }

        return PlateLight.Of(first, format.Width, format.Height);
    }

    /// <summary>Writes the clip.</summary>
    /// <param name="shot">Staged by <see cref="PlateSet"/>, its camera still.</param>
    /// <param name="plate">The plate.</param>
    /// <param name="format">The raster.</param>
    /// <param name="quality">How much work goes into a frame.</param>
    /// <param name="path">The clip to make.</param>
    /// <param name="progress">Told the done part, 0 to 1.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task Write(
        StagedShot shot, string plate, FrameFormat format, Quality quality, string path, IProgress<double> progress, CancellationToken cancellation)
    {
        var stages = PlateStages.Of(shot.Stage);
        using var lit = new FilmRenderer(stages.Lit, format.Width, format.Height, quality);
        using var mask = new FilmRenderer(stages.Mask, format.Width, format.Height, quality);
        await using var reader = new FrameReader(plate, format);
        await using var writer = new VideoWriter(path, format);
        var (body, cover, picture) = (new byte[reader.FrameBytes], new byte[reader.FrameBytes], new byte[reader.FrameBytes]);
        var compositor = new Compositor(format.Width, format.Height, Bare(stages, shot, format, quality), PlateStages.Whole);
        var previous = shot.Before;
        for (var frame = 0; frame < shot.States.Count; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = shot.States[frame];
            lit.RenderRgb(previous, state, frame, body);
            mask.RenderRgb(previous, state, frame, cover);
            await reader.Read(picture, cancellation).ConfigureAwait(false);
            compositor.Compose(body, cover, picture);
            var buffer = writer.Rent();
            RgbConversion.ToI420(picture, format.Width, format.Height, buffer);
            await writer.Write(buffer, cancellation).ConfigureAwait(false);
            previous = state;
            progress.Report((frame + 1.0) / shot.States.Count);
        }

        await writer.Complete(cancellation).ConfigureAwait(false);
    }

    // The camera stands still and so does the ground: one frame of it serves for all.
    private static byte[] Bare(PlateStages stages, StagedShot shot, FrameFormat format, Quality quality)
    {
        using var renderer = new FilmRenderer(stages.Bare, format.Width, format.Height, quality);
        var picture = new byte[format.Width * format.Height * 3];
        var state = PlateStages.Emptied(shot.States[0]);
        renderer.RenderRgb(state, state, 0, picture);
        return picture;
    }
}
