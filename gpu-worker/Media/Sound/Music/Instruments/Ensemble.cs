namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>
/// The players: what a note sounds like. A sound is made once and kept, so that a figure costs little; noises and strings come in three
/// takes, so that repetitions do not sound like a machine.
/// </summary>
internal sealed class Ensemble(long seed)
{
    private const int Takes = 3;
    private const int Forces = 12;

    private readonly Dictionary<(Voice Voice, int Key, int Force, int Samples, int Take), (float[] Left, float[] Right)> _kept = [];
    private readonly Dictionary<Voice, int> _played = [];

    /// <summary>The sound of a note; both sides may be the same samples.</summary>
    public (float[] Left, float[] Right) Play(in Note note)
    {
        var take = _played[note.Voice] = (_played.GetValueOrDefault(note.Voice) + 1) % Takes;
        var force = Math.Clamp((int)Math.Round(note.Force * Forces), 1, Forces);
        var held = IsHeld(note.Voice) ? (int)(note.Seconds * StereoTrack.Rate) : 0;
        var key = (note.Voice, IsPitched(note.Voice) ? note.Key : 0, force, held, IsPlain(note.Voice) ? 0 : take);
        if (!_kept.TryGetValue(key, out var sound))
            _kept[key] = sound = Sound(note, force / (double)Forces, new Chance(seed ^ ((long)note.Voice << 40) ^ ((long)note.Key << 24) ^ ((long)force << 8) ^ take));
        return sound;
    }

    /// <summary>Whether it lies over both sides by itself.</summary>
    public static bool IsWide(Voice voice) => voice is Voice.Pad or Voice.Strings or Voice.Brass or Voice.Stab or Voice.Pluck;

    private static bool IsHeld(Voice voice) => voice is Voice.Pad or Voice.Strings or Voice.Brass or Voice.Bass or Voice.PluckedBass or Voice.Flute or Voice.Swell;

    private static bool IsPitched(Voice voice) => voice < Voice.Kick || voice is Voice.Tom or Voice.Conga or Voice.Woodblock;

    private static bool IsPlain(Voice voice) => IsWide(voice) || voice is Voice.Bass or Voice.Bells or Voice.ElectricPiano or Voice.Kick or Voice.Woodblock or Voice.Piano;

    private static (float[] Left, float[] Right) Sound(in Note note, double force, Chance chance) => note.Voice switch
    {
        Voice.Pad => Held.Pad(note.Hertz, note.Seconds, force),
        Voice.Strings => Held.Strings(note.Hertz, note.Seconds, force),
        Voice.Brass => Held.Brass(note.Hertz, note.Seconds, force),
        Voice.Stab => Held.Stab(note.Hertz, force),
        Voice.Pluck => Held.Pluck(note.Hertz, force),
        _ => Both(Single(note, force, chance)),
    };

    private static (float[] Left, float[] Right) Both(float[] sound) => (sound, sound);

    private static float[] Single(in Note note, double force, Chance chance) => note.Voice switch
    {
        Voice.Piano => Struck.Piano(note.Hertz, force, chance),
        Voice.ElectricPiano => Struck.ElectricPiano(note.Hertz, force),
        Voice.Marimba => Struck.Marimba(note.Hertz, force, chance),
        Voice.Bells => Struck.Bells(note.Hertz, force),
        Voice.SteelDrum => Struck.SteelDrum(note.Hertz, force, chance),
        Voice.Harp => Plucked.Harp(note.Hertz, force, chance),
        Voice.Guitar => Plucked.Guitar(note.Hertz, force, chance),
        Voice.Nylon => Plucked.Nylon(note.Hertz, force, chance),
        Voice.Muted => Plucked.Muted(note.Hertz, force, chance),
        Voice.Pizzicato => Plucked.Pizzicato(note.Hertz, force, chance),
        Voice.Zither => Plucked.Zither(note.Hertz, force, chance),
        Voice.PluckedBass => Plucked.Bass(note.Hertz, note.Seconds, force, chance),
        Voice.Flute => Blown.Flute(note.Hertz, note.Seconds, force, chance),
        Voice.Bass => Held.Bass(note.Hertz, note.Seconds, force),
        Voice.Kick => Drums.Kick(force),
        Voice.Boom => Drums.Boom(force, chance),
        Voice.Drum => Drums.Drum(force, chance),
        Voice.Tom => Drums.Tom(force, note.Hertz, chance),
        Voice.Conga => Drums.Conga(force, note.Hertz, chance),
        Voice.Snare => Drums.Snare(force, 1, chance),
        Voice.Brush => Noises.Brush(force, chance),
        Voice.Rim => Drums.Rim(force, chance),
        Voice.Woodblock => Drums.Woodblock(force, note.Hertz),
        Voice.Clap => Noises.Clap(force, chance),
        Voice.Shaker => Noises.Shaker(force, chance),
        Voice.Hat => Noises.Hat(force, chance),
        Voice.Cymbal => Noises.Cymbal(force, chance),
        Voice.Gong => Noises.Gong(force, chance),
        Voice.Jingle => Noises.Jingle(force, chance),
        Voice.Swell => Noises.Swell(note.Seconds, force, chance),
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Voice, "no voice of one side"),
    };
}
