namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>A hearth somewhere in the room: soft cracks, now and then a louder one.</summary>
/// <param name="Level">Amplitude of the loudest.</param>
/// <param name="Every">Mean seconds between two.</param>
internal sealed record Embers(double Level, double Every) : Layer
{
    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var sound = new float[StereoTrack.Rate / 25];
        foreach (var (at, chance) in Rota.Of(Every, 0.05, start, track.Samples, seed))
        {
            Array.Clear(sound);
            Modes.Add(sound, 500 * Math.Exp(1.6 * chance.Next()), 1, 0.01 + 0.015 * chance.Next(), 1);
            track.Add(sound, at, Level * (0.06 + Math.Pow(chance.Next(), 6)), 0.4 + 0.2 * chance.Noise());
        }
    }
}
