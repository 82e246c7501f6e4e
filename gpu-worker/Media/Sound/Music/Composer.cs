using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>
/// Writes the score of a video: harmony by bars, a tune that varies one motif and begins it anew with each shot, an accompaniment that
/// fills up towards the reveal, an accent wherever a shot begins, a cadence, and a last chord that rings out with the last frame.
/// </summary>
internal sealed class Composer
{
    private readonly Style _style;
    private readonly TempoMap _map;
    private readonly CueSheet _cues;
    private readonly Chance _chance;
    private readonly IReadOnlyList<Bar> _bars;
    private readonly List<Note> _notes = [];
    private readonly int _tonic;
    private readonly double _reveal;

    /// <summary>Prepares to write.</summary>
    /// <param name="style">The kind of music.</param>
    /// <param name="map">Where beats fall.</param>
    /// <param name="cues">What the picture does.</param>
    /// <param name="seed">Same seed, same score.</param>
    public Composer(Style style, TempoMap map, CueSheet cues, long seed)
    {
        (_style, _map, _cues, _chance, _bars) = (style, map, cues, new Chance(seed), map.Bars());
        _tonic = _chance.Of(style.Tonics);
        _reveal = cues.Reveal ?? double.PositiveInfinity;
    }

    /// <summary>The score.</summary>
    public IReadOnlyList<Note> Compose()
    {
        var harmony = Harmony();
        var motif = new Motif(_style, _chance);
        var arranger = new Arranger(_style, _map, _notes, _chance);
        IReadOnlyList<int> voicing = [];
        var tune = _tonic + 28;
        for (var i = 0; i < _bars.Count; i++)
        {
            var (bar, fullness) = (_bars[i], Fullness(_bars[i]));
            voicing = harmony[i].Voiced(voicing, _tonic + 14);
            var fill = i + 1 < _bars.Count && _bars[i + 1].Section != bar.Section || i + 1 == _bars.Count;
            arranger.Play(bar, harmony[i], voicing, fullness, fill, IsReveal(i + 1));
            tune = Sing(i, harmony[i], motif, tune, fullness);
        }

        Finish(voicing);
        Accents(harmony);
        return _notes;
    }

    /// <summary>The chord of each bar: a progression that starts again at the reveal, and a cadence in the last bar.</summary>
    private List<Chord> Harmony()
    {
        var progression = _chance.Of(_style.Progressions);
        var (chords, at) = (new List<Chord>(), 0);
        for (var i = 0; i < _bars.Count; i++)
        {
            at = IsReveal(i) ? 0 : at;
            var degree = i == _bars.Count - 1 && i > 0 ? _style.Cadence : progression[at++ % progression.Length];
            chords.Add(new Chord(_style.Scale, _tonic, degree, _style.ChordTones));
        }

        return chords;
    }

    private bool IsReveal(int bar) => bar > 0 && bar < _bars.Count && _bars[bar].InSection == 0 && Math.Abs(_map.At(_bars[bar].Start) - _reveal) < 0.02;

    /// <summary>How many of the players have joined, 0 to 1: more with each shot until the reveal; a short video begins with all of them.</summary>
    private double Fullness(Bar bar)
    {
        if (_bars.Count <= 2)
            return 1;
        var reveal = Math.Min(_reveal, _map.At(_map.LastBeat));
        // Within a long stretch they join by phrases of four bars; in a video of one shot, by bars.
        var step = _cues.Cuts.Count == 0 ? bar.Start : bar.Start - 4 * (bar.InSection % 4);
        var at = _map.At(Math.Max(0, step));
        return at >= reveal - 0.02 ? 1 : _style.Opening + (0.92 - _style.Opening) * Math.Sqrt(at / reveal);
    }

    private int Sing(int index, Chord chord, Motif motif, int last, double fullness)
    {
        // The tune enters in the second bar of a longer piece, and breathes at the end of each four.
        var bar = _bars[index];
        if (_bars.Count > 3 && index == 0)
            return last;
        var phrase = bar.Section == 0 && _bars.Count > 3 ? bar.InSection - 1 : bar.InSection;
        foreach (var (beat, step, strong, length) in motif.Bar(Math.Max(0, phrase)).Where(note => note.Beat < bar.Beats))
        {
            var wanted = Math.Clamp(last + step, _tonic + 19, _tonic + 36);
            last = strong ? chord.Nearest(wanted) : motif.InScale(wanted, _tonic);
            var beats = Math.Min(length, bar.Beats - beat);
            var force = (strong ? 0.82 : 0.66) * (0.85 + 0.15 * fullness);
            Add(_style.Lead, bar.Start + beat, beats, last + 12 * _style.LeadOctave, force, -0.12);
            if (fullness >= 1 && _bars.Count > 2 && _style.Second is { } second)
                Add(second, bar.Start + beat, beats, last + (second is Voice.Bells or Voice.Flute ? 12 : second is Voice.Brass ? -12 : 0), force * 0.6, 0.25);
        }

        return last;
    }

    /// <summary>The last chord: the tonic, rolled upwards, with everything that marks a reveal.</summary>
    private void Finish(IReadOnlyList<int> before)
    {
        var start = _map.At(_map.LastBeat);
        var ring = _cues.Seconds - start;
        var home = Chord.Home(_style.Scale, _tonic);
        var keys = home.Voiced(before, _tonic + 14);
        foreach (var key in keys)
            _notes.Add(new Note(_style.Bed, start, ring, key, Math.Max(0.4, _style.BedForce)));
        _notes.Add(new Note(Voice.Bass, start, ring, home.Root, 0.65));
        var roll = keys.Concat([keys[0] + 12, keys[^1] + 12]).Order().ToList();
        var voice = Ensemble.IsWide(_style.Lead) || _style.Lead == Voice.Flute ? _style.Chords is { } chords && !Ensemble.IsWide(chords) ? chords : Voice.Piano : _style.Lead;
        for (var i = 0; i < roll.Count; i++)
            _notes.Add(new Note(voice, start + 0.022 * i, ring, roll[i] + (voice == Voice.Bells ? 12 : 0), 0.5 + 0.04 * i, -0.4 + 0.8 * i / roll.Count));
        if (_style.Lead is Voice.Strings or Voice.Flute)
            _notes.Add(new Note(_style.Lead, start, ring, home.Nearest(_tonic + 30), 0.6));
        Strike([.. _style.Accent, .. _style.Reveal], start, _bars.Count > 2 ? 1 : 0.8);
    }

    /// <summary>Strokes and a shimmer at the very frame where a shot begins, and a breath of air before it.</summary>
    private void Accents(List<Chord> harmony)
    {
        var end = _map.At(_map.LastBeat);
        foreach (var time in _cues.Cuts.Concat(_cues.Card is { } card ? [card] : []).Distinct().Where(time => time > 0.25 && time < _cues.Seconds - 0.3 && Math.Abs(time - end) > 0.15))
        {
            // After the last chord only a shimmer: the card comes into its ring.
            var after = time > end;
            var bar = Enumerable.Range(0, _bars.Count).LastOrDefault(i => _map.At(_bars[i].Start) <= time + 0.02, -1);
            var chord = after || bar < 0 ? Chord.Home(_style.Scale, _tonic) : harmony[bar];
            var (great, high) = (Math.Abs(time - _reveal) < 0.02, chord.Nearest(_tonic + 36));
            _notes.Add(new Note(Voice.Bells, time, 2, high, great ? 0.5 : 0.4, -0.3));
            _notes.Add(new Note(Voice.Bells, time + 0.015, 2, chord.Nearest(high + 5), great ? 0.38 : 0.28, 0.3));
            if (after)
                continue;
            var air = Math.Min(time, great ? 1.1 : 0.55);
            _notes.Add(new Note(Voice.Swell, time - air, air, 60, great ? 0.6 : 0.36));
            Strike(great ? [.. _style.Accent, .. _style.Reveal] : _style.Accent, time, great ? 1 : 0.8);
            if (great && _style.Sweep is { } sweep)
                Sweep(sweep, time);
        }
    }

    /// <summary>A run up the scale that arrives with the picture.</summary>
    private void Sweep(Voice voice, double time)
    {
        const int runs = 12;
        var beat = _map.At(_map.LastBeat) / Math.Max(1, _map.LastBeat);
        var degrees = _style.Tune.Length;
        for (var i = 0; i < runs; i++)
        {
            var back = beat * 1.2 * (runs - i) / runs;
            var key = _tonic + 12 + 12 * (i / degrees) + _style.Scale[_style.Tune[i % degrees]];
            if (time > back)
                _notes.Add(new Note(voice, time - back, 1, key, 0.28 + 0.3 * i / runs, -0.5 + i / (double)runs));
        }
    }

    private void Strike(IEnumerable<Stroke> strokes, double time, double gain)
    {
        foreach (var stroke in strokes)
            _notes.Add(new Note(stroke.Voice, time, 1, stroke.Key, stroke.Force * gain));
    }

    private void Add(Voice voice, double beat, double beats, int key, double force, double pan)
    {
        var late = beat % 1 == 0.5 ? _style.Swing : 0;
        var start = _map.At(beat + late);
        _notes.Add(new Note(voice, start, _map.At(beat + beats) - start, key, Math.Clamp(force, 0, 1), pan));
    }
}
