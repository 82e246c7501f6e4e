using SoraFunctions.Media.Sound;
using SoraFunctions.Media.Sound.Mix;

namespace SoraFunctions.Media.Tests.Sound;

/// <summary>What is heard of a track, in few numbers.</summary>
/// <param name="Loudness">Integrated, in LUFS.</param>
/// <param name="Bands">For every second the energy of each band in dBFS, the lowest first.</param>
/// <param name="Onsets">Seconds at which something begins.</param>
internal sealed record SoundFeatures(double Loudness, double[][] Bands, double[] Onsets)
{
    /// <summary>What another machine, compiler or order of sums may change: nothing that is heard.</summary>
    public const double LoudnessTolerance = 0.2, BandTolerance = 1.5, OnsetTolerance = 0.005;

    // Below this a band is silent, whatever its digits.
    private const double Floor = -70;
    private static readonly double[] _edges = [150, 600, 2_400, 7_000];

    /// <summary>Measures a track.</summary>
    public static SoundFeatures Of(StereoTrack track)
    {
        var mono = track.Left.Zip(track.Right, (left, right) => (left + right) / 2).ToArray();
        var lows = _edges.Select(edge => Low(Low(mono, edge), edge)).ToArray();
        float[][] bands = [lows[0], .. lows.Zip(lows.Skip(1), Difference), Difference(lows[^1], mono)];
        var seconds = mono.Length / StereoTrack.Rate;
        return new(
            Math.Round(LoudnessMeter.Integrated(track), 2),
            [.. Enumerable.Range(0, seconds).Select(second => bands.Select(band => Math.Max(Floor, Math.Round(Level(band.AsSpan(second * StereoTrack.Rate, StereoTrack.Rate)), 1))).ToArray())],
            Begins(Difference(lows[1], mono)));
    }

    /// <summary>What differs from a recording by more than may be; empty when nothing does.</summary>
    public IReadOnlyList<string> Differences(SoundFeatures recorded) =>
    [
        .. Math.Abs(Loudness - recorded.Loudness) > LoudnessTolerance ? [$"loudness {Loudness}, not {recorded.Loudness}"] : Array.Empty<string>(),
        .. Bands.Length != recorded.Bands.Length ? [$"{Bands.Length} seconds, not {recorded.Bands.Length}"] : Array.Empty<string>(),
        .. Bands.Zip(recorded.Bands).SelectMany((pair, second) => pair.First.Zip(pair.Second).Select((levels, band) => (levels, second, band)))
            .Where(found => Math.Abs(found.levels.First - found.levels.Second) > BandTolerance)
            .Select(found => $"band {found.band} of second {found.second} at {found.levels.First} dB, not {found.levels.Second}"),
        .. Onsets.Where(onset => recorded.Onsets.All(other => Math.Abs(other - onset) > OnsetTolerance)).Select(onset => $"an onset at {onset} s"),
        .. recorded.Onsets.Where(onset => Onsets.All(other => Math.Abs(other - onset) > OnsetTolerance)).Select(onset => $"no onset at {onset} s"),
    ];

    private static double Level(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += sample * sample;
        return 10 * Math.Log10(sum / samples.Length + 1e-12);
    }

    private static float[] Low(float[] samples, double hertz)
    {
        var (low, held, part) = (new float[samples.Length], 0f, (float)(1 - Math.Exp(-2 * Math.PI * hertz / StereoTrack.Rate)));
        for (var i = 0; i < samples.Length; i++)
            low[i] = held += part * (samples[i] - held);
        return low;
    }

    private static float[] Difference(float[] low, float[] high) => [.. low.Zip(high, (below, all) => all - below)];

    // Where 5 ms are 12 dB above the 40 ms before them.
    private static double[] Begins(float[] samples)
    {
        const int block = StereoTrack.Rate / 1000;
        var levels = Enumerable.Range(0, samples.Length / block).Select(i => Math.Pow(10, Level(samples.AsSpan(i * block, block)) / 10)).ToArray();
        var onsets = new List<double>();
        for (var i = 40; i + 5 < levels.Length; i++)
        {
            var (now, before) = (levels.AsSpan(i, 5).ToArray().Average(), levels.AsSpan(i - 40, 40).ToArray().Average());
            if (now < 1e-4 || now < 16 * before || onsets.Count > 0 && i / 1000.0 - onsets[^1] < 0.1)
                continue;
            onsets.Add(i / 1000.0);
        }

        return [.. onsets];
    }
}
