namespace SoraFunctions.Media.Sound.Scene.Ambiences;

/// <summary>Birds that sing now and then from different trees: phrases of notes whose pitch glides, with the echo of the trunks.</summary>
/// <param name="Level">Amplitude of the nearest.</param>
/// <param name="Every">Mean seconds between two phrases.</param>
/// <param name="Lowest">Hertz of the lowest note; gulls some 900, songbirds 2500.</param>
/// <param name="Harsh">Part of overtones, 0 for a whistle to 1 for a gull.</param>
internal sealed record Birds(double Level, double Every, double Lowest, double Harsh) : Layer
{
    private const double Longest = 3;

    /// <inheritdoc/>
    public override void Add(StereoTrack track, long start, long seed)
    {
        foreach (var (at, chance) in Rota.Of(Every, Longest, start, track.Samples, seed))
        {
            var phrase = Phrase(chance);
            var (pan, far) = (1.7 * chance.Next() - 0.85, 0.25 + 0.75 * chance.Next() * chance.Next());
            track.Add(phrase, at, Level * far, pan);
            track.Add(phrase, at + 2900 + (int)(1500 * chance.Next()), Level * far * 0.22, -0.6 * pan);
            track.Add(phrase, at + 6100 + (int)(2500 * chance.Next()), Level * far * 0.12, 0.4 * pan);
        }
    }

    private float[] Phrase(Chance chance)
    {
        var sound = new float[(int)(2.6 * StereoTrack.Rate)];
        var notes = 1 + (int)(5 * chance.Next());
        var (tone, glide, beat, pause) = (Lowest * (1 + 0.9 * chance.Next()), 0.5 * chance.Next() - 0.25, 0.05 + 0.16 * chance.Next(), 0.02 + 0.14 * chance.Next());
        if (Harsh > 0.5)
            (notes, glide, beat) = (1 + (int)(3 * chance.Next()), -0.22, 0.28 + 0.2 * chance.Next());
        var at = 0.0;
        for (var i = 0; i < notes && at + beat < 2.5; i++)
        {
            Note(sound, at, beat, tone * (1 + 0.25 * (chance.Next() - 0.5)), glide * (0.6 + 0.8 * chance.Next()), chance.Next() < 0.3 ? 24 + 20 * chance.Next() : 0);
            at += beat + pause;
        }

        return sound;
    }

    private void Note(float[] sound, double from, double seconds, double hertz, double glide, double trill)
    {
        var (start, length) = ((int)(from * StereoTrack.Rate), (int)(seconds * StereoTrack.Rate));
        var phase = 0.0;
        for (var i = 0; i < length && start + i < sound.Length; i++)
        {
            var t = i / (double)length;
            phase += 2 * Math.PI * hertz * (1 + glide * (t - 0.5) * 2 + (trill > 0 ? 0.06 * Math.Sin(2 * Math.PI * trill * t * seconds) : 0)) / StereoTrack.Rate;
            var swell = Math.Sin(Math.PI * Math.Min(1, 1.02 * t));
            sound[start + i] += (float)(swell * swell * (Math.Sin(phase) + Harsh * (0.6 * Math.Sin(2 * phase) + 0.4 * Math.Sin(3 * phase))));
        }
    }
}
