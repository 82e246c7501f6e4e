namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Waves that come in, break and run out, each in its own time: noise that opens as they break and hisses as they run out.</summary>
/// <param name="Level">Amplitude at the height of a usual wave.</param>
/// <param name="Every">Mean seconds between two.</param>
/// <param name="Breaks">How much they break: 1 on a beach, 0 far out.</param>
internal sealed record Surf(double Level, double Every, double Breaks) : Layer
{
    private const int Block = 128;
    private const double Longest = 9;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var waves = Rota.Of(Every, Longest, start, track.Samples, seed)
            .Select(wave => (wave.At, Rise: 1.2 + 1.6 * wave.Chance.Next(), Fall: 1.2 + 1.2 * wave.Chance.Next(), High: 0.45 + 0.55 * wave.Chance.Next(), Pan: 1.2 * wave.Chance.Next() - 0.6))
            .ToArray();
        Side(track.Left, -1, waves, new Chance(unchecked(seed * 11 + start)));
        Side(track.Right, 1, waves, new Chance(unchecked(seed * 13 + start)));
    }

    private void Side(float[] side, int sign, (int At, double Rise, double Fall, double High, double Pan)[] waves, Chance chance)
    {
        StateFilter roar = default, foam = default;
        var (body, hiss) = (0.0, 0.0);
        for (var at = 0; at < side.Length; at += Block)
        {
            var (strong, late) = (0.0, 0.0);
            foreach (var wave in waves)
            {
                var age = (at - wave.At) / (double)StereoTrack.Rate;
                if (age is < 0 or > Longest)
                    continue;
                var gain = wave.High * (1 + sign * wave.Pan * 0.6);

                // Up like a bell to the breaking, then away; the foam comes with the breaking and stays longer.
                var rising = Math.Clamp(age / wave.Rise, 0, 1);
                strong += gain * (age < wave.Rise ? rising * rising * (3 - 2 * rising) : Math.Exp(-(age - wave.Rise) / wave.Fall));
                late += gain * (age < 0.75 * wave.Rise ? 0 : (1 - Math.Exp(-(age - 0.75 * wave.Rise) / 0.35)) * Math.Exp(-(age - 0.75 * wave.Rise) / (1.5 * wave.Fall)));
            }

            roar.Tune(260 + 1100 * Math.Min(1.4, strong), 0.6);
            foam.Tune(2600 + 1400 * Math.Min(1, late), 0.5);
            var (bodyTo, hissTo) = (Level * (0.18 + strong), Level * 0.3 * Breaks * late);
            if (at == 0)
                (body, hiss) = (bodyTo, hissTo);
            var (bodyStep, hissStep) = ((bodyTo - body) / Block, (hissTo - hiss) / Block);
            var end = Math.Min(side.Length, at + Block);
            for (var i = at; i < end; i++, body += bodyStep, hiss += hissStep)
            {
                var noise = chance.Noise();
                roar.Step(noise);
                foam.Step(noise);
                side[i] += (float)(roar.Low * body + foam.Band * hiss);
            }
        }
    }
}
