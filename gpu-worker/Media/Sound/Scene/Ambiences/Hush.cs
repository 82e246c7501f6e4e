namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Air: noise between two corners that swells and fades. The sides have half of it in common, which is as wide as a place is.</summary>
/// <param name="Low">Lower corner in hertz.</param>
/// <param name="High">Upper corner in hertz.</param>
/// <param name="Level">Amplitude.</param>
/// <param name="Seconds">About as long as it takes to swell.</param>
/// <param name="Depth">How deep it falls, 0 to 1.</param>
/// <param name="Opening">How much its upper corner rises as it swells, in parts of itself.</param>
internal sealed record Hush(double Low, double High, double Level, double Seconds, double Depth, double Opening = 0) : Layer
{
    private const int Block = 128;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var swell = new Drift(Seconds, seed);
        Side(track.Left, start, swell, new Drift(Seconds * 0.8, seed + 1), new Chance(unchecked(seed * 5 + start)), new Chance(unchecked(seed * 3 + start)));
        Side(track.Right, start, swell, new Drift(Seconds * 0.8, seed + 2), new Chance(unchecked(seed * 5 + start)), new Chance(unchecked(seed * 7 + start)));
    }

    private void Side(float[] side, long start, Drift swell, Drift own, Chance shared, Chance alone)
    {
        StateFilter low = default, high = default;
        low.Tune(Low);
        var before = -1.0;
        for (var at = 0; at < side.Length; at += Block)
        {
            var time = (start + at) / (double)StereoTrack.Rate;
            var strong = 0.75 * swell.At(time) + 0.25 * own.At(time);
            if (at == 0 || Opening > 0)
                high.Tune(High * (1 + Opening * strong * strong), 0.55);
            var loud = Level * (1 - Depth + Depth * strong * strong * 1.6);
            var (gain, step) = (before < 0 ? loud : before, before < 0 ? 0 : (loud - before) / Block);
            before = loud;
            var end = Math.Min(side.Length, at + Block);
            for (var i = at; i < end; i++, gain += step)
            {
                low.Step(0.7 * shared.Noise() + 0.7 * alone.Noise());
                high.Step(low.High);
                side[i] += (float)(high.Low * gain);
            }
        }
    }
}
