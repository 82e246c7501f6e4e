using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <content>Styles that an orchestra or its players could play.</content>
internal static partial class Styles
{
    private static Style Elegant => new()
    {
        Tempo = 84, Tonics = [50, 48, 53], Scale = _major, ChordTones = 5,
        Progressions = [[0, 5, 3, 4], [0, 2, 3, 4], [3, 4, 2, 5], [0, 4, 5, 3]],
        Lead = Voice.Piano, Second = Voice.Strings, Chords = Voice.Harp,
        Bass = [(0, 3.7, false)], Rhythms = [[0, 1.5, 2], [0, 1, 2.5], [0.5, 1, 2, 3], [0, 2]],
        Beat = [.. At(Voice.Shaker, 0.28, 1, 3), new(Voice.Kick, 0, 0.28)],
        Accent = [new(Voice.Cymbal, 0, 0.24), new(Voice.Kick, 0, 0.5)], Reveal = [new(Voice.Boom, 0, 0.3)],
        Sweep = Voice.Harp, Hall = (2.8, 0.34),
    };

    private static Style Epic => new()
    {
        Tempo = 92, Tonics = [50, 48, 45], Scale = _minor, Cadence = 6,
        Progressions = [[0, 5, 2, 6], [0, 3, 5, 6], [0, 5, 3, 6]],
        Lead = Voice.Strings, Second = Voice.Brass, Chords = Voice.Stab, Figure = Figure.Pulse, FigureOctave = 0, FigureForce = 0.5,
        FigureBeats = [0, 0.5, 0.75, 1, 1.5, 2, 2.5, 2.75, 3, 3.5], Bed = Voice.Strings,
        Bass = [(0, 3.8, false)], Rhythms = [[0, 2], [0, 3], [0, 1.5, 3]],
        Beat = [new(Voice.Drum, 0, 0.95), new(Voice.Drum, 1.5, 0.5), new(Voice.Drum, 2, 0.7), new(Voice.Drum, 3, 0.55), new(Voice.Drum, 3.5, 0.6)],
        Fill = Roll(Voice.Drum, 1.5, 6, 0.9),
        Accent = [new(Voice.Drum, 0, 1), new(Voice.Cymbal, 0, 0.5), new(Voice.Boom, 0, 0.5)], Reveal = [new(Voice.Boom, 0, 0.9), new(Voice.Cymbal, 0, 0.7)],
        Hall = (3.2, 0.36), Opening = 0.5,
    };

    private static Style Calm => new()
    {
        Tempo = 70, Tonics = [53, 50, 55], Scale = _lydian, ChordTones = 5, Cadence = 1,
        Progressions = [[0, 1, 0, 4], [0, 4, 1, 0], [5, 4, 0, 1]],
        Lead = Voice.Bells, Second = Voice.Flute, Chords = Voice.Piano, FigureBeats = [0, 1, 2, 3],
        Rhythms = [[0, 2], [1, 3], [0, 2.5]],
        Accent = [new(Voice.Boom, 0, 0.22), new(Voice.Cymbal, 0, 0.14)], Sweep = Voice.Harp, Hall = (3.8, 0.45),
    };

    private static Style Cinematic => new()
    {
        Tempo = 74, Tonics = [48, 50, 45], Scale = _minor, Cadence = 6, ChordTones = 4,
        Progressions = [[0, 5, 2, 6], [0, 2, 5, 3], [5, 6, 0, 2]],
        Lead = Voice.Piano, Second = Voice.Strings, Chords = Voice.Pizzicato, FigureForce = 0.4, Bed = Voice.Strings, BedForce = 0.6,
        Bass = [(0, 3.9, false)], Rhythms = [[0, 2.5], [0, 1, 3], [0.5, 2]],
        Beat = [new(Voice.Drum, 0, 0.6), new(Voice.Drum, 2.5, 0.35), new(Voice.Drum, 3, 0.45)], Fill = Roll(Voice.Drum, 2, 8, 0.7),
        Accent = [new(Voice.Boom, 0, 0.75), new(Voice.Cymbal, 0, 0.35)], Reveal = [new(Voice.Drum, 0, 0.9), new(Voice.Cymbal, 0, 0.6)],
        Hall = (3.6, 0.4), Opening = 0.3,
    };

    private static Style Festive => new()
    {
        Tempo = 118, Tonics = [55, 53, 50], Scale = _major,
        Progressions = [[0, 4, 5, 3], [0, 3, 4, 0], [0, 5, 3, 4]],
        Lead = Voice.Bells, Second = Voice.Brass, Chords = Voice.Harp, Bed = Voice.Strings, BedForce = 0.4,
        Bass = [(0, 0.9, false), (2, 0.9, true)], Rhythms = [[0, 1, 1.5, 2, 3], [0, 0.5, 1, 2, 3], [0, 1, 2, 2.5, 3]],
        Beat = [.. At(Voice.Jingle, 0.5, 0, 2), .. At(Voice.Jingle, 0.35, 1, 3), .. At(Voice.Jingle, 0.22, 1.5, 3.5), .. At(Voice.Kick, 0.5, 0, 2), .. At(Voice.Clap, 0.28, 1, 3)],
        Fill = Roll(Voice.Snare, 1, 6, 0.5),
        Accent = [new(Voice.Jingle, 0, 0.9), new(Voice.Cymbal, 0, 0.34), new(Voice.Kick, 0, 0.7)], Reveal = [new(Voice.Drum, 0, 0.6)],
        Sweep = Voice.Harp, Hall = (2, 0.3), Opening = 0.6,
    };

    private static Style LunarNewYear => new()
    {
        Tempo = 116, Tonics = [50, 55, 53], Scale = _gong, Cadence = 3, Tune = [0, 1, 2, 3, 4],
        Progressions = [[0, 4, 3, 0], [0, 2, 4, 3], [0, 3, 4, 1]],
        Lead = Voice.Flute, LeadOctave = 1, Second = Voice.Zither, Chords = Voice.Zither, FigureForce = 0.5,
        FigureBeats = [0, 0.5, 0.75, 1, 1.5, 2, 2.5, 2.75, 3, 3.5], BedForce = 0.28, BassVoice = Voice.PluckedBass,
        Bass = [(0, 1.4, false), (2, 0.9, true), (3, 0.9, false)], Rhythms = [[0, 1, 1.5, 2, 3], [0, 0.5, 1, 2], [0, 0.5, 1, 1.5, 2, 3], [0, 1.5, 2, 3]],
        Beat = [new(Voice.Drum, 0, 0.75), new(Voice.Drum, 1, 0.45), new(Voice.Drum, 1.5, 0.4), new(Voice.Drum, 2, 0.65), new(Voice.Drum, 3, 0.5), .. At(Voice.Cymbal, 0.16, 1, 3), new(Voice.Woodblock, 0.5, 0.4, 84), new(Voice.Woodblock, 2.5, 0.4, 84), new(Voice.Woodblock, 2.75, 0.3, 84)],
        Fill = Roll(Voice.Drum, 1.5, 9, 0.8),
        Accent = [new(Voice.Gong, 0, 0.6), new(Voice.Drum, 0, 0.9), new(Voice.Cymbal, 0, 0.4)], Reveal = [new(Voice.Gong, 0, 0.9)],
        Sweep = Voice.Zither, Hall = (1.9, 0.26), Opening = 0.55,
    };
}
