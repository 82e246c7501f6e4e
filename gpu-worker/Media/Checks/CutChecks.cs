using System.Globalization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Media.Cuts;
using SoraFunctions.Media.Films;
using SoraFunctions.Media.Sound.Mix;

namespace SoraFunctions.Media.Checks;

/// <summary>Compares a finished file with its order: what ffprobe says of it, what its own boxes say, and what decoding it gives.</summary>
internal static class CutChecks
{
    /// <summary>How far off the loudness may be, in LU; below three seconds it is a matter of a block or two, which coding changes.</summary>
    private static double MostOff(Timeline time) => time.Seconds < 3 ? 1 : 0.5;

    /// <summary>Looks at everything.</summary>
    /// <param name="time">The cut.</param>
    /// <param name="path">The file.</param>
    /// <param name="heard">What was decoded of it.</param>
    /// <param name="mastered">Integrated loudness that the mix was given, in LUFS; null for silence.</param>
    /// <param name="encoder">What encoded it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<CheckReport> Run(Timeline time, string path, ReadBack heard, double? mastered, string encoder, CancellationToken cancellation)
    {
        var probed = await VideoProbe.Read(path, cancellation).ConfigureAwait(false);
        var index = Mp4Index.Read(path);
        return CheckReport.Of(encoder,
        [
            .. Streams(time, probed, index),
            .. Limited(time, probed, new FileInfo(path).Length, heard),
            .. Seen(time, heard),
            .. heard.Sound is null ? [] : Heard(time, heard, mastered ?? time.Order.Loudness),
        ]);
    }

    private static IEnumerable<Check> Streams(Timeline time, ProbedVideo probed, Mp4Index index)
    {
        var (order, picture, sound) = (time.Order, probed.Picture, probed.Sound);
        var film = index.Tracks.FirstOrDefault(track => track.Kind == "vide");
        yield return Must("streams", $"{picture.Codec} and {sound?.Codec ?? "no sound"}", order.Silent ? "h264 and no sound" : "h264 and aac");
        yield return Must("raster", $"{picture.Width}x{picture.Height}", $"{order.Format.Width}x{order.Format.Height}");
        yield return Must("pixels", $"{picture.PixelFormat} {picture.Profile}", "yuv420p High");
        yield return Must("colours", picture.Colours, "bt709 bt709 bt709 tv");
        yield return Must("frames", $"{film?.Samples ?? 0} in the index, {picture.Frames} probed", $"{time.Frames} in the index, {time.Frames} probed");
        yield return Must("rate", film?.Step is { } step && step > 0 ? $"{Number(film.TimeScale / (double)step)} constant" : "not constant", $"{time.Rate} constant");
        yield return Must("length", Number(film is null ? 0 : film.Length / (double)film.TimeScale), Number(time.Seconds));
        yield return Must("start", $"{Number(picture.Start)} and {Number(sound?.Start ?? 0)}", "0 and 0");
        if (sound is not null)
            yield return new Check("sound-length", Math.Abs(sound.Seconds - picture.Seconds) <= 1.0 / time.Rate, CheckSeverity.Error, Number(sound.Seconds), $"{Number(picture.Seconds)} within a frame");
        yield return Must("index-first", probed.FastStart ? "yes" : "no", "yes");
        if (order.Limits?.EditList != true)
            yield return Must("edit-list", probed.EditList || index.Tracks.Any(track => track.EditList) ? "there" : "none", "none");
    }

    private static IEnumerable<Check> Limited(Timeline time, ProbedVideo probed, long bytes, ReadBack heard)
    {
        var limits = time.Order.Limits ?? new DeliveryLimits();
        var rate = bytes * 8 / probed.Picture.Seconds;
        if (limits.MostBytes is { } most)
            yield return new Check("size", bytes <= most, CheckSeverity.Error, $"{bytes} bytes", $"at most {most}");
        if (limits.MostBitRate is { } highest)
            yield return new Check("bit-rate", rate <= highest, CheckSeverity.Error, $"{(long)rate / 1000} kbit/s", $"at most {highest / 1000}");
        if (limits.LeastBitRate is { } lowest)
            yield return new Check("least-bit-rate", rate >= lowest, CheckSeverity.Warning, $"{(long)rate / 1000} kbit/s", $"at least {lowest / 1000}");
        if (limits.LeastSoundBitRate is { } quietest && heard.Sound is not null && probed.SoundBitRate is { } sound)
            yield return new Check("sound-bit-rate", sound >= quietest * 0.9 || IsQuiet(heard), CheckSeverity.Warning, $"{sound / 1000} kbit/s", $"at least {quietest / 1000}");
    }

    /// <summary>Silence and near silence take no bits.</summary>
    private static bool IsQuiet(ReadBack heard) => LoudnessMeter.Integrated(heard.Sound!) < -40;

    private static IEnumerable<Check> Seen(Timeline time, ReadBack seen)
    {
        yield return NotBlack("first-frame", seen.First);
        yield return NotBlack("last-frame", seen.Last);
        if (time.LoopFrames > 0)
        {
            var apart = seen.First.Zip(seen.Last, (one, other) => Math.Abs(one - other)).Average();
            yield return new Check("loop", apart < 6, CheckSeverity.Warning, $"{Number(apart)} grey levels apart", "under 6");
        }
    }

    private static IEnumerable<Check> Heard(Timeline time, ReadBack heard, double mastered)
    {
        // What would lose its form at the loudness that was ordered stays below it.
        var wanted = Math.Min(mastered, time.Order.Loudness);
        var loudness = LoudnessMeter.Integrated(heard.Sound!);
        var peak = 20 * Math.Log10(Math.Max(1e-6, TruePeak.Envelope(heard.Sound!).Max()));
        var most = time.Order.TruePeak ?? Mastering.UsualPeak;
        if (!double.IsNegativeInfinity(loudness))
            yield return new Check("loudness", Math.Abs(loudness - wanted) <= MostOff(time), CheckSeverity.Warning, $"{Tenth(loudness)} LUFS", $"{Tenth(wanted)} within {Tenth(MostOff(time))}");
        yield return new Check("true-peak", peak <= most + 0.05, CheckSeverity.Warning, $"{Tenth(peak)} dBTP", $"at most {Tenth(most)}");
    }

    // Black is 16; noise and what the encoder makes of it stay under 24.
    private static Check NotBlack(string name, byte[] grey) =>
        new(name, grey.Count(luma => luma >= 24) > grey.Length / 100, CheckSeverity.Warning, $"{(int)grey.Average(luma => luma)} grey on average", "not black");

    private static Check Must(string name, string found, string accepted) => new(name, found == accepted, CheckSeverity.Error, found, accepted);

    private static string Tenth(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
