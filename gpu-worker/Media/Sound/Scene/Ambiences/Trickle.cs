namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Single drops that fall into a little water now and then, in a room that answers.</summary>
/// <param name="Level">Amplitude.</param>
/// <param name="Every">Mean seconds between two.</param>
internal sealed record Trickle(double Level, double Every) : Layer
{
    private const double Seconds = 0.5;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        foreach (var (at, chance) in Rota.Of(Every, Seconds, start, track.Samples, seed))
        {
            var sound = new float[(int)(Seconds * StereoTrack.Rate)];
            var (radius, pan) = (0.0014 + 0.0016 * chance.Next(), 1.2 * chance.Next() - 0.6);
            Bubble.Add(sound, 0, radius, 1, 0.09);
            for (var echo = 0; echo < 24; echo++)
            {
                var late = 0.006 + 0.28 * chance.Next();
                Bubble.Add(sound, (int)(late * StereoTrack.Rate), radius, 0.25 * chance.Noise() * Math.Exp(-late * 11), 0.09);
            }

            track.Add(sound, at, Level * (0.4 + 0.6 * chance.Next()), pan);
        }
    }
}
