namespace SoraFunctions.Media.Sound.Music;

/// <summary>Plays a score: every note on its instrument, placed in the stereo picture, in one room.</summary>
internal static class Orchestra
{
    /// <summary>The sound of a score.</summary>
    /// <param name="notes">The score.</param>
    /// <param name="style">Whose room and whose pump.</param>
    /// <param name="samples">Length.</param>
    /// <param name="seed">Same seed, same noises.</param>
    public static StereoTrack Play(IReadOnlyList<Note> notes, Style style, int samples, long seed)
    {
        var (beds, solo, low, sent) = (new StereoTrack(samples), new StereoTrack(samples), new StereoTrack(samples), new StereoTrack(samples));
        var chance = new Chance(seed);
        foreach (var note in notes)
        {
            var at = (int)Math.Round(note.Time * StereoTrack.Rate);
            switch (note.Voice)
            {
                case Voice.Pad or Voice.Strings:
                    var (left, right) = (Bed(note, 0.6), Bed(note, -0.6));
                    beds.Add(left, at, 0.75, -0.8);
                    beds.Add(right, at, 0.75, 0.8);
                    break;
                case Voice.Bass or Voice.Kick or Voice.Drum:
                    low.Add(Single(note, chance), at, 1, note.Pan);
                    break;
                default:
                    var sound = Single(note, chance);
                    solo.Add(sound, at, 1, note.Pan);
                    sent.Add(sound, at, note.Voice is Voice.Bells or Voice.Piano ? 0.9 : 0.5, -note.Pan * 0.5);
                    break;
            }
        }

        if (style.Pump > 0)
            Pump(beds, notes, style.Pump);
        sent.Add(beds, 0.6);
        sent.Add(low, 0.06);
        var mix = Reverb.Of(sent, style.Hall.Seconds, 6500);
        mix.Scale(style.Hall.Amount);
        mix.Add(beds, 0.85);
        mix.Add(solo, 0.9);
        mix.Add(low, 0.9);
        Warm(mix.Left);
        Warm(mix.Right);
        return mix;
    }

    private static float[] Bed(Note note, double side) => note.Voice == Voice.Pad
        ? Held.Pad(note.Hertz, note.Seconds, note.Force, side)
        : Held.Strings(note.Hertz, note.Seconds, note.Force, side);

    private static float[] Single(Note note, Chance chance) => note.Voice switch
    {
        Voice.Piano => Struck.Piano(note.Hertz, note.Force, chance),
        Voice.Marimba => Struck.Marimba(note.Hertz, note.Force, chance),
        Voice.Bells => Struck.Bells(note.Hertz, note.Force),
        Voice.Harp => Struck.Harp(note.Hertz, note.Force, chance),
        Voice.Stab => Held.Stab(note.Hertz, note.Force),
        Voice.Bass => Held.Bass(note.Hertz, note.Seconds, note.Force),
        Voice.Kick => Percussion.Kick(note.Force),
        Voice.Drum => Percussion.Drum(note.Force, chance),
        Voice.Clap => Percussion.Clap(note.Force, chance),
        Voice.Shaker => Percussion.Shaker(note.Force, chance),
        Voice.Hat => Percussion.Hat(note.Force, chance),
        Voice.Jingle => Percussion.Jingle(note.Force, chance),
        Voice.Swell => Percussion.Swell(note.Seconds, note.Force, chance),
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Voice, "no single voice"),
    };

    /// <summary>The beds duck under every kick and come back within a beat.</summary>
    private static void Pump(StereoTrack beds, IReadOnlyList<Note> notes, double depth)
    {
        const double back = 0.16;
        foreach (var kick in notes.Where(note => note.Voice == Voice.Kick))
        {
            var start = (int)(kick.Time * StereoTrack.Rate);
            for (var i = Math.Max(0, start); i < Math.Min(beds.Samples, start + StereoTrack.Rate / 2); i++)
            {
                var at = (i - start) / (double)StereoTrack.Rate;
                var gain = (float)(1 - depth * Math.Min(1, at / 0.008) * Math.Exp(-at / back));
                beds.Left[i] *= gain;
                beds.Right[i] *= gain;
            }
        }
    }

    /// <summary>Takes away rumble and rounds the loudest peaks, as tape would.</summary>
    private static void Warm(float[] side)
    {
        var filter = default(StateFilter);
        filter.Tune(32);
        for (var i = 0; i < side.Length; i++)
        {
            filter.Step(side[i]);
            side[i] = (float)(Math.Tanh(filter.High * 1.15) / 1.15);
        }
    }
}
