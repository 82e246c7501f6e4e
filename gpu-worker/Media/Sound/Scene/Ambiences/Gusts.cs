namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Wind: a low rush whose gusts open it, and the whistle of edges, whose pitch follows the wind (the Strouhal number is constant).</summary>
/// <param name="Level">Amplitude in a strong gust.</param>
/// <param name="Corner">Upper corner in hertz in a strong gust.</param>
/// <param name="Whistle">Part of the whistle, 0 for open land.</param>
/// <param name="Seconds">About as long as a gust takes.</param>
internal sealed record Gusts(double Level, double Corner, double Whistle, double Seconds) : Layer
{
    private const int Block = 128;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var wind = new Drift(Seconds, seed);
        Side(track.Left, start, wind, new Drift(0.35 * Seconds, seed + 1), new Chance(unchecked(seed * 17 + start)));
        Side(track.Right, start, wind, new Drift(0.35 * Seconds, seed + 2), new Chance(unchecked(seed * 19 + start)));
    }

    private void Side(float[] side, long start, Drift wind, Drift own, Chance chance)
    {
        StateFilter rush = default, edge = default, rumble = default;
        rumble.Tune(55);
        var before = -1.0;
        for (var at = 0; at < side.Length; at += Block)
        {
            var time = (start + at) / (double)StereoTrack.Rate;
            var speed = 0.15 + 0.85 * (0.72 * wind.At(time) + 0.28 * own.At(time));
            rush.Tune(Corner * speed, 0.6);
            edge.Tune(900 * speed, 9);
            var loud = Level * speed * speed;
            var (gain, step) = (before < 0 ? loud : before, before < 0 ? 0 : (loud - before) / Block);
            before = loud;
            for (var i = at; i < Math.Min(side.Length, at + Block); i++, gain += step)
            {
                rumble.Step(chance.Noise());
                rush.Step(rumble.High);
                edge.Step(rumble.High);
                side[i] += (float)((rush.Low + Whistle * edge.Band) * gain);
            }
        }
    }
}
