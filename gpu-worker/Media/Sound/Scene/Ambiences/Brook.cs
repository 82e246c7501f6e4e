namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Water that runs or laps: bubbles of many sizes at random instants, by the stretch of time in which they burst.</summary>
/// <param name="Level">Amplitude of a usual bubble.</param>
/// <param name="Rate">Bubbles a second.</param>
/// <param name="Smallest">Radius in metres.</param>
/// <param name="Largest">Radius in metres.</param>
/// <param name="Seconds">About as long as a swell of them takes.</param>
/// <param name="Depth">How much fewer there are between swells, 0 to 1.</param>
internal sealed record Brook(double Level, double Rate, double Smallest, double Largest, double Seconds, double Depth) : Layer
{
    private const double Longest = 0.3;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var swell = new Drift(Seconds, seed);
        var sound = new float[(int)(Longest * StereoTrack.Rate)];
        foreach (var (at, chance) in Rota.Of(1 / Rate, Longest, start, track.Samples, seed))
        {
            var strong = swell.At((start + at) / (double)StereoTrack.Rate);
            if (chance.Next() < Depth * (1 - strong * strong * 1.6))
                continue;
            var radius = Smallest * Math.Pow(Largest / Smallest, chance.Next());
            var gain = Level * (0.1 + chance.Next() * chance.Next()) * Math.Sqrt(radius / Largest);
            var (pan, length) = (1.8 * chance.Next() - 0.9, Math.Min(sound.Length, (int)(7 / Bubble.Damping(radius) * StereoTrack.Rate)));
            sound.AsSpan(0, length).Clear();
            Bubble.Add(sound.AsSpan(0, length), 0, radius, gain, 0.03 + 0.07 * chance.Next());
            track.Add(sound.AsSpan(0, length), at, 1, pan);
        }
    }
}
