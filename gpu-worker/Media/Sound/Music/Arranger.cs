using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>Plays under the tune: held chords, bass, figure and drums, as many of them as have joined.</summary>
internal sealed class Arranger(Style style, TempoMap map, List<Note> notes, Chance chance)
{
    private const double BassJoins = 0.5;
    private const double DrumsJoin = 0.6;

    /// <summary>Writes one bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="chord">Its chord.</param>
    /// <param name="voicing">The keys of the chord.</param>
    /// <param name="fullness">How many players have joined, 0 to 1.</param>
    /// <param name="fill">Whether a cut or the last chord follows.</param>
    /// <param name="great">Whether that is the reveal.</param>
    public void Play(Bar bar, Chord chord, IReadOnlyList<int> voicing, double fullness, bool fill, bool great)
    {
        foreach (var key in voicing)
            Add(style.Bed, bar, 0, bar.Beats, key, style.BedForce, 0);
        foreach (var (beat, beats, fifth) in style.Bass)
        {
            if (fullness >= BassJoins)
                Add(style.BassVoice, bar, beat, beats, fifth ? chord.Fifth : chord.Root, 0.75, 0);
        }

        if (style.Chords is { } voice)
            Accompany(voice, bar, voicing, 0.85 + 0.15 * fullness);
        Drum(bar, fullness, fill, great);
    }

    private void Accompany(Voice voice, Bar bar, IReadOnlyList<int> voicing, double gain)
    {
        var ladder = voicing.Concat(voicing.Select(key => key + 12)).ToList();
        for (var i = 0; i < style.FigureBeats.Length; i++)
        {
            var beat = style.FigureBeats[i];
            var force = gain * (style.FigureForce + (i % 4 == 0 ? 0.1 : 0) + 0.05 * chance.Noise());
            var octave = 12 * style.FigureOctave;
            switch (style.Figure)
            {
                case Figure.Broken:
                    var step = i % (2 * voicing.Count - 2);
                    Add(voice, bar, beat, 0.5, ladder[step < voicing.Count ? step : 2 * voicing.Count - 2 - step + (bar.Start / 4 & 1)] + octave, force, 0.55 * Math.Sin(i * 1.3));
                    break;
                case Figure.Pulse:
                    Add(voice, bar, beat, 0.5, ladder[i % 3 == 0 ? 0 : 1 + i % (voicing.Count - 1)] + octave, force, 0);
                    break;
                case Figure.Block:
                    for (var k = 0; k < voicing.Count; k++)
                        Add(voice, bar, beat, 1, voicing[k] + octave, force * 0.72, 0.3 - 0.6 * k / voicing.Count);
                    break;
                default:
                    Strum(voice, bar, beat, [.. ladder.Take(voicing.Count + 2).Select(key => key + octave)], force * 0.62);
                    break;
            }
        }
    }

    /// <summary>Down on the beat, up and softer between.</summary>
    private void Strum(Voice voice, Bar bar, double beat, int[] keys, double force)
    {
        const double apart = 0.012;
        var up = beat % 1 != 0;
        for (var k = 0; k < keys.Length; k++)
        {
            var (key, strength) = (keys[up ? keys.Length - 1 - k : k], force * (up ? 0.75 : 1) * (1 - 0.05 * k));
            // Played twice, as on records: one take on each side.
            Add(voice, bar, beat, 1, key, strength, -0.75, apart * k);
            Add(voice, bar, beat, 1, key, strength, 0.75, apart * k + 0.004);
        }
    }

    private void Drum(Bar bar, double fullness, bool fill, bool great)
    {
        var filled = fill && bar.Beats > 1 && style.Fill.Length > 0 && (great || fullness >= DrumsJoin) ? style.Fill.Where(stroke => stroke.Beat < bar.Beats - 0.5 && (great || stroke.Beat <= 1)).ToList() : [];
        var until = bar.Beats - filled.Select(stroke => stroke.Beat).DefaultIfEmpty(0).Max();
        foreach (var stroke in style.Beat)
        {
            // Light ones join first.
            var joins = stroke.Voice is Voice.Shaker or Voice.Hat or Voice.Jingle or Voice.Woodblock ? BassJoins : DrumsJoin;
            if (fullness >= joins && stroke.Beat < until)
                Add(stroke.Voice, bar, stroke.Beat, 0.5, stroke.Key, stroke.Force * (0.72 + 0.2 * fullness + 0.06 * chance.Noise()), stroke.Voice is Voice.Shaker or Voice.Hat or Voice.Jingle ? 0.3 : 0);
        }

        foreach (var stroke in filled)
            Add(stroke.Voice, bar, bar.Beats - stroke.Beat, 0.25, stroke.Key, stroke.Force * (great ? 1 : 0.75), 0.25 - 0.5 * stroke.Beat);
    }

    private void Add(Voice voice, Bar bar, double beat, double beats, int key, double force, double pan, double late = 0)
    {
        if (beat >= bar.Beats)
            return;
        var swing = beat % 1 == 0.5 ? style.Swing : 0;
        var start = map.At(bar.Start + beat + swing) + late;
        notes.Add(new Note(voice, start, map.At(Math.Min(bar.End, bar.Start + beat + beats)) - start, key, Math.Clamp(force, 0, 1), pan));
    }
}
