using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Plays a score: every note on its instrument, placed in the stereo picture, in one room.</summary>
internal sealed class Orchestra(Style style, long seed)
{
    /// <summary>Effective level before the tape: its loudest strokes are rounded, nothing else.</summary>
    private const double Level = 0.11;

    /// <summary>The sound of a score.</summary>
    /// <param name="notes">The score.</param>
    /// <param name="samples">Length.</param>
    public StereoTrack Play(IReadOnlyList<Note> notes, int samples)
    {
        var (beds, dry, sent) = (new StereoTrack(samples), new StereoTrack(samples), new StereoTrack(samples));
        var ensemble = new Ensemble(seed);
        foreach (var note in notes)
        {
            var at = (int)Math.Round(note.Time * StereoTrack.Rate);
            var (left, right) = ensemble.Play(note);
            if (note.Voice is Voice.Pad or Voice.Strings)
            {
                beds.Add(left, right, at, 0.75, 0.75);
                continue;
            }

            var angle = (note.Pan + 1) * Math.PI / 4;
            var (l, r) = (Math.Cos(angle) * Math.Sqrt(2), Math.Sin(angle) * Math.Sqrt(2));
            var send = Send(note.Voice);
            dry.Add(left, right, at, 0.9 * l, 0.9 * r);
            // A note's echo comes from the other side.
            sent.Add(left, right, at, send * r, send * l);
        }

        if (style.Pump > 0)
            Pump(beds, notes, style.Pump);
        sent.Add(beds, 0.6);
        var mix = Reverb.Of(sent, style.Hall.Seconds, 6500);
        mix.Scale(style.Hall.Amount);
        mix.Add(beds, 0.85);
        mix.Add(dry, 1);
        mix.Scale(Level / Math.Max(1e-6, Effective(mix)));
        Warm(mix.Left);
        Warm(mix.Right);
        return mix;
    }

    private static double Effective(StereoTrack track)
    {
        var sum = 0.0;
        for (var i = 0; i < track.Samples; i++)
            sum += track.Left[i] * track.Left[i] + track.Right[i] * track.Right[i];
        return Math.Sqrt(sum / (2 * Math.Max(1, track.Samples)));
    }

    /// <summary>How much of a voice goes into the room: low ones little, or all turns to mud.</summary>
    private static double Send(Voice voice) => voice switch
    {
        Voice.Bass or Voice.PluckedBass or Voice.Kick or Voice.Boom => 0.05,
        Voice.Drum or Voice.Tom => 0.3,
        Voice.Bells or Voice.Piano or Voice.Flute or Voice.Brass => 0.85,
        Voice.Cymbal or Voice.Gong or Voice.Hat or Voice.Shaker => 0.25,
        _ => 0.5,
    };

    /// <summary>The beds duck under every kick and come back within a beat.</summary>
    private static void Pump(StereoTrack beds, IReadOnlyList<Note> notes, double depth)
    {
        const double back = 0.16;
        var length = StereoTrack.Rate / 2;
        var shape = new float[length];
        for (var i = 0; i < length; i++)
        {
            var at = i / (double)StereoTrack.Rate;
            shape[i] = (float)(1 - depth * Math.Min(1, at / 0.008) * Math.Exp(-at / back));
        }

        foreach (var kick in notes.Where(note => note.Voice == Voice.Kick))
        {
            var start = (int)(kick.Time * StereoTrack.Rate);
            for (var i = 0; i < Math.Min(beds.Samples - start, length); i++)
            {
                beds.Left[start + i] *= shape[i];
                beds.Right[start + i] *= shape[i];
            }
        }
    }

    /// <summary>Takes away rumble and what lies above the style's ceiling, and rounds the loudest peaks, as tape would.</summary>
    private void Warm(float[] side)
    {
        StateFilter low = default, high = default;
        low.Tune(32);
        high.Tune(style.Ceiling);
        var dull = style.Ceiling < 20_000;
        for (var i = 0; i < side.Length; i++)
        {
            low.Step(side[i]);
            var sample = low.High;
            if (dull)
            {
                high.Step(sample);
                sample = high.Low;
            }

            side[i] = Rounded((float)sample * 1.15f) / 1.15f;
        }
    }

    /// <summary>A rational tanh, good to 0.3 % up to 2 and held at 1 above 3.</summary>
    private static float Rounded(float x) => MathF.Abs(x) >= 3 ? MathF.Sign(x) : x * (27 + (x * x)) / (27 + (9 * x * x));
}
