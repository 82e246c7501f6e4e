using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <content>Styles that a band or a machine could play.</content>
internal static partial class Styles
{
    private static Style Playful => new()
    {
        Tempo = 112, Tonics = [48, 53, 55], Scale = _major,
        Progressions = [[0, 3, 0, 4], [0, 5, 1, 4], [0, 3, 5, 4]],
        Lead = Voice.Marimba, Second = Voice.Flute, Chords = Voice.Pizzicato, Figure = Figure.Block, FigureBeats = [0.5, 1.5, 2.5, 3.5], FigureForce = 0.42,
        BedForce = 0.3, BassVoice = Voice.PluckedBass,
        Bass = [(0, 0.45, false), (1.5, 0.3, true), (2, 0.45, false), (3.5, 0.3, true)],
        Rhythms = [[0, 0.5, 1, 2, 2.5, 3], [0, 1, 1.5, 2, 3], [0, 0.5, 1.5, 2, 3, 3.5]],
        Beat = [.. At(Voice.Kick, 0.55, 0, 2), .. At(Voice.Clap, 0.42, 1, 3), .. At(Voice.Shaker, 0.32, 0.5, 1.5, 2.5, 3.5), new(Voice.Woodblock, 1.75, 0.35, 86), new(Voice.Woodblock, 3.25, 0.3, 82)],
        Fill = [new(Voice.Woodblock, 1, 0.5, 88), new(Voice.Woodblock, 0.75, 0.5, 86), new(Voice.Woodblock, 0.5, 0.55, 84), new(Voice.Woodblock, 0.25, 0.6, 81)],
        Accent = [new(Voice.Cymbal, 0, 0.3), new(Voice.Kick, 0, 0.7), new(Voice.Clap, 0, 0.4)], Reveal = [new(Voice.Jingle, 0, 0.6)],
        Swing = 0.08, Hall = (1.3, 0.2), Opening = 0.55,
    };

    private static Style Techno => new()
    {
        Tempo = 124, Tonics = [45, 48, 50], Scale = _minor, Cadence = 6,
        Progressions = [[0, 5, 2, 6], [5, 6, 0, 0], [0, 2, 5, 6]],
        Lead = Voice.Pluck, LeadOctave = 0, Second = Voice.Bells, Chords = Voice.Stab, Figure = Figure.Pulse, FigureOctave = 0, FigureForce = 0.5,
        FigureBeats = [0, 0.75, 1.5, 2.25, 3, 3.5],
        Bass = [(0.5, 0.4, false), (1.5, 0.4, false), (2.5, 0.4, false), (3.5, 0.4, false)],
        Rhythms = [[0, 0.75, 1.5, 2.5, 3], [0, 0.5, 1.5, 2, 3.5], [0, 1.5, 3]],
        Beat = [.. At(Voice.Kick, 0.92, 0, 1, 2, 3), .. At(Voice.Clap, 0.58, 1, 3), .. At(Voice.Hat, 0.5, 0.5, 1.5, 2.5, 3.5), .. At(Voice.Hat, 0.22, 0.25, 1.25, 2.75, 3.75)],
        Fill = Roll(Voice.Snare, 1, 8, 0.7),
        Accent = [new(Voice.Cymbal, 0, 0.5), new(Voice.Kick, 0, 1), new(Voice.Clap, 0, 0.5)], Reveal = [new(Voice.Boom, 0, 0.8)],
        Hall = (1.5, 0.2), Pump = 0.6, Opening = 0.62,
    };

    private static Style Acoustic => new()
    {
        Tempo = 102, Tonics = [55, 50, 48], Scale = _major,
        Progressions = [[0, 4, 5, 3], [0, 3, 0, 4], [5, 3, 0, 4], [0, 5, 3, 4]],
        Lead = Voice.Nylon, LeadOctave = 0, Second = Voice.Bells, Chords = Voice.Guitar, Figure = Figure.Strummed, FigureOctave = 0, FigureForce = 0.5,
        FigureBeats = [0, 1, 1.5, 2.5, 3, 3.5], BedForce = 0.22, BassVoice = Voice.PluckedBass,
        Bass = [(0, 1.8, false), (2, 1.3, true), (3.5, 0.45, false)], Rhythms = [[0, 1, 2, 3], [0, 0.5, 1, 2.5], [0, 1.5, 2, 3], [0.5, 1, 2]],
        Beat = [.. At(Voice.Kick, 0.5, 0, 2), .. At(Voice.Shaker, 0.4, 0, 1, 2, 3), .. At(Voice.Shaker, 0.28, 0.5, 1.5, 2.5, 3.5), .. At(Voice.Clap, 0.34, 1, 3)],
        Fill = [new(Voice.Tom, 1, 0.5, 50), new(Voice.Tom, 0.75, 0.5, 48), new(Voice.Tom, 0.5, 0.6, 45), new(Voice.Tom, 0.25, 0.65, 43)],
        Accent = [new(Voice.Cymbal, 0, 0.3), new(Voice.Kick, 0, 0.7), new(Voice.Clap, 0, 0.3)], Reveal = [new(Voice.Tom, 0, 0.7, 43)],
        Hall = (1.4, 0.2), Opening = 0.5,
    };

    private static Style LoFi => new()
    {
        Tempo = 80, Tonics = [53, 51, 48], Scale = _major, ChordTones = 5, Cadence = 4,
        Progressions = [[1, 4, 0, 5], [3, 2, 1, 0], [0, 5, 1, 4]],
        Lead = Voice.Nylon, Second = Voice.Bells, Chords = Voice.ElectricPiano, Figure = Figure.Block, FigureOctave = 0, FigureForce = 0.46,
        FigureBeats = [0, 1.5, 2.5], BedForce = 0.25,
        Bass = [(0, 1.3, false), (1.75, 0.6, false), (2.5, 1.2, true)], Rhythms = [[0.5, 1, 2.5], [0, 1.5, 2], [1, 1.5, 3]],
        Beat = [new(Voice.Kick, 0, 0.75), new(Voice.Kick, 1.75, 0.5), new(Voice.Kick, 2.5, 0.6), .. At(Voice.Brush, 0.6, 1, 3), .. At(Voice.Hat, 0.3, 0, 1, 2, 3), .. At(Voice.Hat, 0.2, 0.5, 1.5, 2.5, 3.5), new(Voice.Rim, 3.75, 0.35)],
        Fill = [new(Voice.Rim, 0.75, 0.5), new(Voice.Brush, 0.5, 0.5), new(Voice.Rim, 0.25, 0.6)],
        Accent = [new(Voice.Cymbal, 0, 0.35), new(Voice.Kick, 0, 0.8)], Reveal = [new(Voice.Brush, 0, 0.6)],
        Swing = 0.16, Hall = (1.2, 0.18), Opening = 0.55, Ceiling = 6500,
    };

    private static Style Corporate => new()
    {
        Tempo = 116, Tonics = [48, 50, 53], Scale = _major, ChordTones = 3,
        Progressions = [[0, 4, 5, 3], [3, 0, 4, 5], [0, 3, 5, 4]],
        Lead = Voice.Piano, Second = Voice.Strings, Chords = Voice.Muted, FigureForce = 0.6, BedForce = 0.45,
        Bass = [(0, 0.45, false), (0.5, 0.45, false), (1, 0.45, false), (1.5, 0.45, false), (2, 0.45, false), (2.5, 0.45, false), (3, 0.45, false), (3.5, 0.45, false)],
        Rhythms = [[0, 1.5, 3], [0, 1, 2], [0, 2, 3], [0.5, 1.5, 2.5]],
        Beat = [.. At(Voice.Kick, 0.65, 0, 2), .. At(Voice.Clap, 0.48, 1, 3), .. At(Voice.Shaker, 0.3, 0.5, 1.5, 2.5, 3.5)],
        Fill = [.. Roll(Voice.Clap, 1, 4, 0.5), new(Voice.Tom, 0.5, 0.6, 47), new(Voice.Tom, 0.25, 0.65, 43)],
        Accent = [new(Voice.Cymbal, 0, 0.4), new(Voice.Kick, 0, 0.85)], Reveal = [new(Voice.Boom, 0, 0.45)],
        Hall = (1.9, 0.26), Opening = 0.5,
    };

    private static Style Tropical => new()
    {
        Tempo = 106, Tonics = [48, 53, 50], Scale = _major,
        Progressions = [[0, 4, 5, 3], [3, 4, 0, 5], [0, 5, 3, 4]],
        Lead = Voice.SteelDrum, Second = Voice.Marimba, Chords = Voice.Nylon, Figure = Figure.Strummed, FigureBeats = [0.5, 1.5, 1.75, 2.5, 3.5], FigureForce = 0.42,
        BedForce = 0.35, Bass = [(0, 1.2, false), (1.5, 0.9, false), (3, 0.8, true)],
        Rhythms = [[0, 0.75, 1.5, 2.5, 3], [0, 0.5, 1.5, 2], [0, 1.5, 2, 3.5], [0.5, 1, 1.5, 3]],
        Beat = [.. At(Voice.Kick, 0.7, 0, 1, 2, 3), .. At(Voice.Shaker, 0.3, 0.5, 1.5, 2.5, 3.5), .. At(Voice.Shaker, 0.18, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3.25, 3.75),
            new(Voice.Rim, 0.75, 0.4), new(Voice.Rim, 1.5, 0.45), new(Voice.Rim, 3, 0.4), new(Voice.Conga, 2.5, 0.45, 55), new(Voice.Conga, 3.5, 0.5, 50), new(Voice.Conga, 3.75, 0.35, 55)],
        Fill = [new(Voice.Conga, 1, 0.55, 57), new(Voice.Conga, 0.75, 0.5, 57), new(Voice.Conga, 0.5, 0.6, 52), new(Voice.Conga, 0.25, 0.65, 48)],
        Accent = [new(Voice.Cymbal, 0, 0.34), new(Voice.Kick, 0, 0.85), new(Voice.Conga, 0, 0.6, 48)], Reveal = [new(Voice.Boom, 0, 0.4)],
        Hall = (1.5, 0.22), Pump = 0.35, Opening = 0.55,
    };
}
