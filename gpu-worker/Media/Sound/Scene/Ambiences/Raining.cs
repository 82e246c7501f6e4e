using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Rain on what it falls on: many drops as a rush, the near ones each by itself, as a knock on what is solid and a bubble in water.</summary>
/// <param name="Rain">The rain.</param>
internal sealed record Raining(Rainfall Rain) : Layer
{
    // Of all drops on the square metres around the camera, those that stand out; and the rate of a shower.
    private const double Near = 0.16;
    private const double Shower = 250;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        var heavy = Math.Clamp(Rain.Rate / Shower, 0.05, 8) * Math.Pow(Math.Clamp(Rain.Diameter / 0.002, 0.4, 3), 0.6);
        var rush = 0.011 * Math.Sqrt(heavy);
        var solid = Rain.Surface is { } matter ? Solid.Of(matter) : null;
        var dull = solid is null ? 6500 : Math.Clamp(2.5 * solid.Hertz, 900, 6500);
        new Hush(350, dull, rush, 4, 0.25).Add(track, start, seed);
        var sound = new float[StereoTrack.Rate / 16];
        foreach (var (at, chance) in Rota.Of(1 / (Near * Math.Min(4 * Shower, Rain.Rate)), 0.06, start, track.Samples, seed + 1))
        {
            var (pan, far) = (1.8 * chance.Next() - 0.9, 0.2 + 0.8 * Math.Pow(chance.Next(), 3));
            Array.Clear(sound);
            Drop(sound, solid, chance);
            track.Add(sound, at, 1.7 * rush * far, pan);
        }
    }

    private void Drop(float[] sound, Solid? solid, Chance chance)
    {
        if (solid is null)
        {
            Bubble.Add(sound, 0, 0.3 * Rain.Diameter * Math.Exp(1.2 * chance.Next() - 0.5), 1, 0.06);
            return;
        }

        // A drop is soft: it touches for about its diameter over its speed, a third of a millisecond.
        const double touch = 0.0003;
        Blows.Ring(sound, solid, 0.12 * Math.Exp(chance.Next() - 0.5), touch, 1.2, Rain.Surface is Matter.Glass or Matter.Metal ? 0.08 : 0.3, chance);
        var knock = default(StateFilter);
        knock.Tune(Math.Clamp(2 * solid.Hertz, 400, 4500), 0.9);
        for (var i = 0; i < sound.Length; i++)
        {
            knock.Step(chance.Noise() * Math.Exp(-i / (0.0016 * StereoTrack.Rate)));
            sound[i] += (float)(1.5 * knock.Band);
        }
    }
}
