using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>The styles of all moods.</summary>
internal static class Styles
{
    private static readonly int[] _major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] _minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly int[] _lydian = [0, 2, 4, 6, 7, 9, 11];

    public static readonly IReadOnlyDictionary<Mood, Style> All = new Dictionary<Mood, Style>
    {
        [Mood.Elegant] = new()
        {
            Tempo = 84, Tonics = [50, 48, 53], Scale = _major, ChordTones = 5,
            Progressions = [[0, 5, 3, 4], [0, 2, 3, 4], [3, 4, 2, 5]],
            Lead = Voice.Piano, Figure = Voice.Harp, FigureBeats = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5],
            Bass = [(0, 3.7)], Rhythms = [[0, 1.5, 2], [0, 1, 2.5], [0.5, 1, 2, 3], [0, 2]],
            Beat = [(Voice.Shaker, 1, 0.25), (Voice.Shaker, 3, 0.3), (Voice.Kick, 0, 0.28)], Hall = (2.8, 0.34),
        },
        [Mood.Playful] = new()
        {
            Tempo = 112, Tonics = [48, 53, 55], Scale = _major,
            Progressions = [[0, 3, 0, 4], [0, 5, 1, 4], [0, 3, 5, 4]],
            Lead = Voice.Marimba, Figure = Voice.Harp, FigureBeats = [0.5, 1.5, 2.5, 3.5],
            Bass = [(0, 0.45), (1.5, 0.3), (2, 0.45), (3.5, 0.3)],
            Rhythms = [[0, 0.5, 1, 2, 2.5, 3], [0, 1, 1.5, 2, 3], [0, 0.5, 1.5, 2, 3, 3.5]],
            Beat = [(Voice.Kick, 0, 0.55), (Voice.Clap, 1, 0.4), (Voice.Kick, 2, 0.5), (Voice.Clap, 3, 0.45), (Voice.Shaker, 0.5, 0.3), (Voice.Shaker, 1.5, 0.3), (Voice.Shaker, 2.5, 0.3), (Voice.Shaker, 3.5, 0.3)],
            Swing = 0.08, Hall = (1.3, 0.2),
        },
        [Mood.Epic] = new()
        {
            Tempo = 92, Tonics = [50, 48, 45], Scale = _minor, Cadence = 6,
            Progressions = [[0, 5, 2, 6], [0, 3, 5, 6], [0, 5, 3, 6]],
            Lead = Voice.Strings, Figure = Voice.Stab, FigureBeats = [0, 0.5, 0.75, 1, 1.5, 2, 2.5, 2.75, 3, 3.5], Bed = Voice.Strings,
            Bass = [(0, 3.8)], Rhythms = [[0, 2], [0, 3], [0, 1.5, 3]],
            Beat = [(Voice.Drum, 0, 0.95), (Voice.Drum, 1.5, 0.5), (Voice.Drum, 2, 0.7), (Voice.Drum, 3, 0.55), (Voice.Drum, 3.5, 0.6)],
            Hall = (3.2, 0.36),
        },
        [Mood.Calm] = new()
        {
            Tempo = 70, Tonics = [53, 50, 55], Scale = _lydian, ChordTones = 5, Cadence = 1,
            Progressions = [[0, 1, 0, 4], [0, 4, 1, 0], [5, 4, 0, 1]],
            Lead = Voice.Bells, Figure = Voice.Piano, FigureBeats = [0, 1, 2, 3],
            Rhythms = [[0, 2], [1, 3], [0, 2.5]], Hall = (3.8, 0.45),
        },
        [Mood.Energetic] = new()
        {
            Tempo = 122, Tonics = [45, 48, 50], Scale = _minor, Cadence = 6,
            Progressions = [[0, 5, 2, 6], [5, 6, 0, 0], [0, 2, 5, 6]],
            Lead = Voice.Harp, Figure = Voice.Stab, FigureBeats = [0, 0.75, 1.5, 2.25, 3, 3.5],
            Bass = [(0.5, 0.4), (1.5, 0.4), (2.5, 0.4), (3.5, 0.4)],
            Rhythms = [[0, 0.75, 1.5, 2.5, 3], [0, 0.5, 1.5, 2, 3.5], [0, 1.5, 3]],
            Beat =
            [
                (Voice.Kick, 0, 0.95), (Voice.Kick, 1, 0.9), (Voice.Kick, 2, 0.95), (Voice.Kick, 3, 0.9), (Voice.Clap, 1, 0.55), (Voice.Clap, 3, 0.6),
                (Voice.Hat, 0.5, 0.5), (Voice.Hat, 1.5, 0.5), (Voice.Hat, 2.5, 0.5), (Voice.Hat, 3.5, 0.5), (Voice.Hat, 0.25, 0.2), (Voice.Hat, 2.75, 0.25),
            ],
            Hall = (1.5, 0.2), Pump = 0.6,
        },
        [Mood.Festive] = new()
        {
            Tempo = 118, Tonics = [55, 53, 50], Scale = _major, ChordTones = 3,
            Progressions = [[0, 4, 5, 3], [0, 3, 4, 0], [0, 5, 3, 4]],
            Lead = Voice.Bells, Figure = Voice.Harp, FigureBeats = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5],
            Bass = [(0, 0.9), (2, 0.9)], Rhythms = [[0, 1, 1.5, 2, 3], [0, 0.5, 1, 2, 3], [0, 1, 2, 2.5, 3]],
            Beat = [(Voice.Jingle, 0, 0.5), (Voice.Jingle, 1, 0.35), (Voice.Jingle, 2, 0.5), (Voice.Jingle, 3, 0.35), (Voice.Jingle, 1.5, 0.2), (Voice.Jingle, 3.5, 0.25), (Voice.Kick, 0, 0.5), (Voice.Kick, 2, 0.5), (Voice.Clap, 1, 0.25), (Voice.Clap, 3, 0.3)],
            Hall = (2, 0.3),
        },
    };
}
