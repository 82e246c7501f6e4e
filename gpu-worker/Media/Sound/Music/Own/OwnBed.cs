using SoraFunctions.Media.Running;

namespace SoraFunctions.Media.Sound.Music.Own;

/// <summary>The caller's own music, made as long as the video: repeated by whole bars when it is short, ended on a bar when it is long.</summary>
internal static class OwnBed
{
    /// <summary>Shortest music in seconds.</summary>
    public const double Shortest = 1;

    /// <summary>Longest music in seconds.</summary>
    public const double Longest = 600;

    /// <summary>Seconds by which music may be shorter than the video and still be played once, with its own ending.</summary>
    private const double Spare = 1.5;

    private const double Seam = 0.025;
    private const double Ring = 1.4;

    /// <summary>Reads a file. Fails with <see cref="InvalidDataException"/> when it can't be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<StereoTrack> Read(string path, CancellationToken cancellation)
    {
        try
        {
            var track = Trimmed(await SoundFile.Read(path, Longest + 1, cancellation).ConfigureAwait(false));
            return track.Samples switch
            {
                < (int)(Shortest * StereoTrack.Rate) => throw new InvalidDataException("music.file is silent or shorter than a second; accepted are 1 second to 10 minutes."),
                > (int)(Longest * StereoTrack.Rate) => throw new InvalidDataException("music.file is longer than 10 minutes; accepted are 1 second to 10 minutes."),
                _ => track,
            };
        }
        catch (FfmpegException fault)
        {
            throw new InvalidDataException("music.file can't be decoded: it is cut off or broken; accepted are MP3, AAC (also in M4A), WAV, FLAC and OGG.", fault);
        }
    }

    /// <summary>Fits music to a video.</summary>
    /// <param name="music">The recording.</param>
    /// <param name="seconds">Length of the video.</param>
    /// <param name="tempo">Its beats a minute when they are known.</param>
    public static StereoTrack Fit(StereoTrack music, double seconds, double? tempo)
    {
        var samples = (int)Math.Round(seconds * StereoTrack.Rate);
        var fitted = new StereoTrack(samples);
        if (music.Samples <= samples && music.Samples > samples - Spare * StereoTrack.Rate)
        {
            fitted.Add(music, 1);
            return fitted;
        }

        var pulse = Pulse.Of(music, tempo);
        Repeat(music, fitted, pulse);
        End(fitted, seconds, pulse);
        return fitted;
    }

    private static void Repeat(StereoTrack music, StereoTrack fitted, Pulse? pulse)
    {
        var first = pulse is null ? 0 : (int)Math.Round(pulse.First * StereoTrack.Rate);
        var bars = pulse is null ? 0 : (int)Math.Floor((music.Samples - first) / (pulse.Bar * StereoTrack.Rate) + 0.02);
        // Without a beat the whole of it is repeated, its end laid over its beginning.
        var seam = (int)((bars > 0 ? Seam : 4 * Seam) * StereoTrack.Rate);
        var length = bars > 0 ? (int)Math.Round(bars * pulse!.Bar * StereoTrack.Rate) : music.Samples - seam;
        (first, length) = length > 2 * seam ? (first, length) : (0, music.Samples - seam);
        var head = Math.Min(music.Samples, first + length);
        Lay(music, fitted, 0, head + seam, 0, 0, seam);
        for (var at = first + length; at < fitted.Samples; at += length)
            Lay(music, fitted, Math.Max(0, first - seam), head + seam, at - Math.Min(first, seam), Math.Min(first, seam), seam);
    }

    /// <summary>Adds a piece of the music that rises and falls by equal power over the seams.</summary>
    private static void Lay(StereoTrack music, StereoTrack fitted, int from, int to, int at, int rise, int fall)
    {
        to = Math.Min(to, music.Samples);
        for (var i = from; i < to && at + i - from < fitted.Samples; i++)
        {
            var gain = 1.0;
            if (i - from < rise)
                gain = Math.Sin(Math.PI / 2 * (i - from + 0.5) / rise);
            if (to - i <= fall)
                gain *= Math.Sin(Math.PI / 2 * (to - i - 0.5) / fall);
            fitted.Left[at + i - from] += (float)(music.Left[i] * gain);
            fitted.Right[at + i - from] += (float)(music.Right[i] * gain);
        }
    }

    /// <summary>Stops on the last bar that leaves time to ring: its first beat is heard, then only the room.</summary>
    private static void End(StereoTrack fitted, double seconds, Pulse? pulse)
    {
        var latest = Math.Max(0, seconds - Math.Min(Ring, seconds / 3));
        var end = pulse is null || latest < pulse.First ? latest : pulse.First + Math.Floor((latest - pulse.First) / pulse.Bar) * pulse.Bar;
        var hold = pulse is null ? 0.05 : Math.Min(0.35, pulse.Beat * 0.9);
        var (stop, fade) = ((int)((end + hold) * StereoTrack.Rate), (int)(0.12 * StereoTrack.Rate));
        for (var i = stop; i < fitted.Samples; i++)
        {
            var gain = i - stop < fade ? (float)(0.5 + 0.5 * Math.Cos(Math.PI * (i - stop) / fade)) : 0;
            fitted.Left[i] *= gain;
            fitted.Right[i] *= gain;
        }

        var last = new StereoTrack(fitted.Samples);
        var from = Math.Max(0, (int)(end * StereoTrack.Rate));
        fitted.Left.AsSpan(from).CopyTo(last.Left.AsSpan(from));
        fitted.Right.AsSpan(from).CopyTo(last.Right.AsSpan(from));
        fitted.Add(Reverb.Of(last, Math.Max(0.6, 1.5 * (seconds - end)), 6000), 0.5);
        var gone = Math.Min(0.6, (seconds - end) * 0.5);
        Partials.Smooth(fitted.Left, 0, gone);
        Partials.Smooth(fitted.Right, 0, gone);
    }

    /// <summary>Without the silence before and after, which would be heard at every repetition.</summary>
    private static StereoTrack Trimmed(StereoTrack track)
    {
        const float floor = 0.001f;
        var left = track.Left.AsSpan();
        var right = track.Right.AsSpan();
        var (leftFirst, rightFirst) = (left.IndexOfAnyExceptInRange(-floor, floor), right.IndexOfAnyExceptInRange(-floor, floor));
        if (leftFirst < 0 && rightFirst < 0)
            return new StereoTrack(0);
        var first = leftFirst < 0 ? rightFirst : rightFirst < 0 ? leftFirst : Math.Min(leftFirst, rightFirst);
        var last = Math.Max(left.LastIndexOfAnyExceptInRange(-floor, floor), right.LastIndexOfAnyExceptInRange(-floor, floor));
        var trimmed = new StereoTrack(last + 1 - first);
        left.Slice(first, trimmed.Samples).CopyTo(trimmed.Left);
        right.Slice(first, trimmed.Samples).CopyTo(trimmed.Right);
        return trimmed;
    }
}
