using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Running;

namespace SoraFunctions.Service;

/// <summary>Looks into videos with ffprobe, and with a picture-safety model where there is one.</summary>
public static class Analyses
{
    /// <summary>What an analyst says about the frames of the video in a file, and what else is to be known; null for nothing.</summary>
    /// <param name="path">The MP4 file.</param>
    /// <param name="moments">Seconds from the first frame at which to look; null for all along.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public delegate Task<(PictureVerdict? Verdict, string? Note)> SafetyJudge(string path, IReadOnlyList<double>? moments, CancellationToken cancellation);

    /// <summary>An analyst.</summary>
    /// <param name="safety">Judges the pictures; null where nobody does, which the analyses then say.</param>
    public static Analyst With(SafetyJudge? safety) => async (order, assetPath, cancellation) =>
    {
        if (order.Moments is { Count: 0 or > AnalysisOrder.MostMoments } moments)
        {
            throw new InvalidDataException($"moments has {moments.Count} times; accepted are 1 to {AnalysisOrder.MostMoments}, or none at all for the whole video");
        }

        var path = assetPath(order.Video);
        var found = await Probe(path, order.Video, cancellation);
        var (verdict, note) = safety is null ? (null, "Nobody on this worker judges pictures.") : await safety(path, order.Moments, cancellation);
        return found with { Safety = verdict, Notes = note is null ? [] : [note] };
    };

    private static async Task<ClipAnalysis> Probe(string path, string sha256, CancellationToken cancellation)
    {
        try
        {
            var video = await VideoProbe.Read(path, cancellation);
            return new ClipAnalysis
            {
                Width = video.Picture.Width,
                Height = video.Picture.Height,
                FramesPerSecond = Fraction(video.Picture.AverageRate),
                Frames = video.Picture.Frames,
                Seconds = video.Picture.Seconds,
                Codec = video.Picture.Codec,
                HasSound = video.Sound is not null,
                Length = new FileInfo(path).Length,
            };
        }
        catch (Exception failure) when (failure is FfmpegException or InvalidDataException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"asset {sha256} is no MP4 video that can be read: {failure.Message}", failure);
        }
    }

    private static double Fraction(string text)
    {
        var parts = text.Split('/');
        return double.Parse(parts[0], CultureInfo.InvariantCulture) / (parts.Length > 1 ? double.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
    }
}
