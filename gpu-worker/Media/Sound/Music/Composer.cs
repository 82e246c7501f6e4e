namespace SoraFunctions.Media.Sound.Music;

/// <summary>
/// Writes the score of a video: four-bar harmony, a tune that varies one motif, an accompaniment that fills up by and by, an accent
/// wherever a shot begins, a cadence, and a last chord that rings out with the last frame.
/// </summary>
internal sealed class Composer(Style style, Grid grid, IReadOnlyList<double> starts, double seconds, long seed)
{
    private const int BeatsPerBar = 4;

    private readonly Chance _chance = new(seed);
    private readonly List<Note> _notes = [];
    private int _tonic;

    private int Bars => (grid.LastBeat + BeatsPerBar - 1) / BeatsPerBar;

    public IReadOnlyList<Note> Compose()
    {
        _tonic = _chance.Of(style.Tonics);
        var progression = _chance.Of(style.Progressions);
        var motif = new Motif(style, _chance);
        IReadOnlyList<int> voicing = [];
        var tune = _tonic + 24 + 4;
        for (var bar = 0; bar < Bars; bar++)
        {
            var degree = bar == Bars - 1 && bar > 0 ? style.Cadence : progression[bar % progression.Length];
            var chord = new Chord(style, _tonic, degree, style.ChordTones);
            voicing = chord.Voiced(voicing, _tonic + 14);
            Accompany(bar, chord, voicing);
            tune = Sing(bar, chord, motif, tune);
        }

        Finish(voicing);
        Accents(progression);
        return _notes;
    }

    /// <summary>How many of the players have joined, 0 to 1: a short video begins with all of them.</summary>
    private double Fullness(int bar) => Bars <= 2 ? 1 : bar == 0 ? 0.4 : bar == 1 && Bars > 4 ? 0.75 : 1;

    private void Accompany(int bar, Chord chord, IReadOnlyList<int> voicing)
    {
        var beats = Math.Min(BeatsPerBar, grid.LastBeat - bar * BeatsPerBar);
        foreach (var key in voicing)
            Play(style.Bed, bar, 0, beats, key, 0.5, 0);
        foreach (var (beat, length) in style.Bass.Where(_ => Fullness(bar) > 0.3))
            Play(Voice.Bass, bar, beat, Math.Min(length, beats - beat), beat % 1 == 0 || style.Pump > 0 ? chord.Root : chord.Root + 7, 0.75, 0);
        if (style.Figure is { } figure)
        {
            var ladder = voicing.Concat(voicing.Select(key => key + 12)).ToList();
            for (var i = 0; i < style.FigureBeats.Length; i++)
            {
                var step = i % (2 * voicing.Count - 2);
                var key = figure == Voice.Stab ? ladder[i % 3 == 0 ? 0 : 1 + i % (voicing.Count - 1)] : ladder[step < voicing.Count ? step : 2 * voicing.Count - 2 - step + (bar & 1)];
                Play(figure, bar, style.FigureBeats[i], 0.5, key + (figure == Voice.Stab ? 0 : 12), 0.42 + 0.12 * (i % 4 == 0 ? 1 : 0) + 0.06 * _chance.Noise(), 0.55 * Math.Sin(i * 1.3));
            }
        }

        foreach (var (voice, beat, force) in style.Beat.Where(_ => Fullness(bar) > 0.5))
            Play(voice, bar, beat, 0.5, 60, force * (0.92 + 0.08 * _chance.Noise()), voice is Voice.Shaker or Voice.Hat or Voice.Jingle ? 0.3 : 0);
        if (bar == Bars - 1 && style.Beat.Length > 0)
            Play(Voice.Swell, bar, Math.Max(0, beats - 2), Math.Min(2, beats), 60, 0.5, 0);
    }

    private int Sing(int bar, Chord chord, Motif motif, int last)
    {
        // The tune enters in the second bar of a longer piece, and breathes at the end of each four.
        if (Bars > 3 && bar == 0)
            return last;
        foreach (var (beat, step, strong, length) in motif.Bar(bar - (Bars > 3 ? 1 : 0)))
        {
            var wanted = Math.Clamp(last + step, _tonic + 19, _tonic + 36);
            last = strong ? chord.Nearest(wanted) : motif.InScale(wanted, _tonic);
            Play(style.Lead, bar, beat, length, last, strong ? 0.82 : 0.64, -0.12);
        }

        return last;
    }

    /// <summary>The last chord: the tonic, rolled upwards, with the tune coming to rest on it.</summary>
    private void Finish(IReadOnlyList<int> before)
    {
        var start = grid.At(grid.LastBeat);
        var ring = seconds - start;
        var home = new Chord(style, _tonic, 0, Math.Min(4, style.ChordTones));
        var keys = home.Voiced(before, _tonic + 14);
        foreach (var key in keys)
            _notes.Add(new Note(style.Bed, start, ring, key, 0.45));
        _notes.Add(new Note(Voice.Bass, start, ring, home.Root, 0.65));
        var roll = keys.Concat([keys[0] + 12, keys[^1] + 12]).Order().ToList();
        var voice = style.Lead == Voice.Strings ? Voice.Piano : style.Lead;
        for (var i = 0; i < roll.Count; i++)
            _notes.Add(new Note(voice, start + 0.045 * i, ring, roll[i] + (voice == Voice.Bells ? 12 : 0), 0.4 + 0.04 * i, -0.4 + 0.8 * i / roll.Count));
        if (style.Beat.Length > 0)
            _notes.Add(new Note(style.Bed == Voice.Strings ? Voice.Drum : Voice.Kick, start, 1, 60, style.Pump > 0 || style.Bed == Voice.Strings ? 0.85 : 0.4));
    }

    /// <summary>A shimmer at the very frame where a shot begins, and a breath of air before it.</summary>
    private void Accents(int[] progression)
    {
        foreach (var start in starts.Where(start => start > 0.5 && Math.Abs(start - grid.At(grid.LastBeat)) > 0.3))
        {
            var bar = (int)(start / grid.Beat / BeatsPerBar + 0.02);
            var chord = new Chord(style, _tonic, bar >= Bars ? 0 : bar == Bars - 1 && bar > 0 ? style.Cadence : progression[bar % progression.Length], 3);
            var high = chord.Nearest(_tonic + 36);
            _notes.Add(new Note(Voice.Bells, start, 2, high, 0.4, -0.3));
            _notes.Add(new Note(Voice.Bells, start + 0.03, 2, chord.Nearest(high + 5), 0.28, 0.3));
            _notes.Add(new Note(Voice.Swell, start - 0.55, 0.55, 60, 0.36));
            if (style.Beat.Length > 0)
                _notes.Add(new Note(Voice.Kick, start, 1, 60, style.Pump > 0 ? 0.7 : 0.3));
        }
    }

    private void Play(Voice voice, int bar, double beat, double beats, int key, double force, double pan)
    {
        var late = beat % 1 == 0.5 ? style.Swing : 0;
        var at = bar * BeatsPerBar + beat;
        if (at < grid.LastBeat - 0.01)
            _notes.Add(new Note(voice, grid.At(at + late), grid.At(Math.Min(beats, grid.LastBeat - at)), key, Math.Clamp(force, 0, 1), pan));
    }
}
