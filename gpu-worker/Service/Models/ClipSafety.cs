using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Safety;

namespace SoraFunctions.Service.Models;

/// <summary>Looks at frames of a clip and tells whether it may be shown.</summary>
/// <param name="pictures">Judges one frame.</param>
public sealed class ClipSafety(PictureSafety pictures)
{
    /// <summary>Frames a second that are looked at in a short clip and in a long one.</summary>
    private const int Often = 4, Seldom = 1;

    private const double Short = 4;

    /// <summary>The verdict on the worst frame all along, and when that is seen.</summary>
    /// <inheritdoc cref="Judge(string, IReadOnlyList{double}?, CancellationToken)"/>
    public Task<(SafetyVerdict Verdict, double Second)> Judge(string path, CancellationToken cancellation) => Judge(path, null, cancellation);

    /// <summary>The verdict on the worst frame that is looked at, and when that is seen.</summary>
    /// <param name="path">The MP4 file.</param>
    /// <param name="moments">Seconds at which to look, to a quarter of a second; those beyond the end are the last. Null for all along.</param>
    /// <param name="cancellation">Gives the work up.</param>
    /// <exception cref="InvalidDataException">The file has no picture.</exception>
    public async Task<(SafetyVerdict Verdict, double Second)> Judge(string path, IReadOnlyList<double>? moments, CancellationToken cancellation)
    {
        var film = (await VideoProbe.Read(path, cancellation)).Picture;
        var rate = moments is not null || film.Seconds <= Short ? Often : Seldom;
        var last = Math.Max(0, (int)Math.Ceiling(film.Seconds * rate) - 1);
        HashSet<int> wanted = moments is null
            ? [.. Enumerable.Range(0, last + 1)]
            : [.. moments.Select(second => (int)Math.Clamp(Math.Round(second * rate), 0, last))];
        var format = new FrameFormat(film.Width, film.Height, rate);
        await using var reader = new FrameReader(path, format);
        var rgb = new byte[reader.FrameBytes];
        var (worst, second) = (default(SafetyVerdict), 0.0);
        for (var frame = 0; frame <= wanted.Max(); frame++)
        {
            await reader.Read(rgb, cancellation);
            if (!wanted.Contains(frame))
            {
                continue;
            }

            var verdict = await Task.Run(() => pictures.Check(new RgbView(rgb, format.Width, format.Height), cancellation), cancellation);
            if (verdict.Decision == SafetyDecision.Unchecked)
            {
                return (verdict, 0);
            }

            if (worst is null || SafetyVerdict.Worst([worst, verdict]) == verdict)
            {
                (worst, second) = (verdict, (double)frame / rate);
            }
        }

        return (worst!, second);
    }

    /// <summary>Why a picture of a clip in the making may not be shown; null when it may, by the same measure as the clip.</summary>
    /// <param name="jpeg">The picture.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public async Task<string?> Withhold(byte[] jpeg, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, jpeg, cancellation);
            var picture = await PictureDecoder.Decode(path, cancellation);
            var verdict = await Task.Run(() => pictures.Check(new RgbView(Colours(picture), picture.Width, picture.Height), cancellation), cancellation);
            return verdict.Decision == SafetyDecision.Refused ? $"it is {verdict.Reason}" : null;
        }
        catch (InvalidDataException damaged)
        {
            return damaged.Message;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Colours(DecodedPicture picture)
    {
        var rgb = new byte[3 * picture.Width * picture.Height];
        for (int from = 0, to = 0; to < rgb.Length; from += 4, to += 3)
        {
            picture.Rgba.AsSpan(from, 3).CopyTo(rgb.AsSpan(to));
        }

        return rgb;
    }

    /// <summary>The same as an analysis tells it: a verdict, or why there is none.</summary>
    /// <param name="path">The MP4 file.</param>
    /// <param name="moments">Seconds at which to look; null for all along.</param>
    /// <param name="cancellation">Gives the work up.</param>
    public async Task<(PictureVerdict? Verdict, string? Note)> Report(string path, IReadOnlyList<double>? moments, CancellationToken cancellation)
    {
        var (verdict, second) = await Judge(path, moments, cancellation);
        return verdict.Scores is not { } scores
            ? (null, $"The frames were not judged: {verdict.Reason}")
            : (new PictureVerdict(
                "picture-safety",
                verdict.Decision != SafetyDecision.Refused,
                new Dictionary<string, double> { ["porn"] = scores.Porn, ["hentai"] = scores.Hentai, ["sexy"] = scores.Sexy },
                second,
                verdict.Decision == SafetyDecision.Review), verdict.Decision == SafetyDecision.Review ? $"A person should look at it: {verdict.Reason}." : null);
    }
}
