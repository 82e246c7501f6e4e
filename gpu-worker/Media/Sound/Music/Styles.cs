using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>All kinds of music.</summary>
internal static partial class Styles
{
    private static readonly int[] _major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] _minor = [0, 2, 3, 5, 7, 8, 10];
    private static readonly int[] _lydian = [0, 2, 4, 6, 7, 9, 11];
    private static readonly int[] _gong = [0, 2, 4, 7, 9];

    private static readonly double[] _eighths = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];

    public static readonly IReadOnlyDictionary<MusicStyle, Style> All = new Dictionary<MusicStyle, Style>
    {
        [MusicStyle.Elegant] = Elegant,
        [MusicStyle.Playful] = Playful,
        [MusicStyle.Epic] = Epic,
        [MusicStyle.Calm] = Calm,
        [MusicStyle.Techno] = Techno,
        [MusicStyle.Acoustic] = Acoustic,
        [MusicStyle.Festive] = Festive,
        [MusicStyle.LunarNewYear] = LunarNewYear,
        [MusicStyle.LoFi] = LoFi,
        [MusicStyle.Cinematic] = Cinematic,
        [MusicStyle.Corporate] = Corporate,
        [MusicStyle.Tropical] = Tropical,
    };

    /// <summary>The same stroke at several beats.</summary>
    private static Stroke[] At(Voice voice, double force, params ReadOnlySpan<double> beats)
    {
        var strokes = new Stroke[beats.Length];
        for (var i = 0; i < beats.Length; i++)
            strokes[i] = new Stroke(voice, beats[i], force);
        return strokes;
    }

    /// <summary>A roll that grows towards the cut.</summary>
    private static Stroke[] Roll(Voice voice, double beats, int strokes, double force, int key = 60) =>
        [.. Enumerable.Range(0, strokes).Select(i => new Stroke(voice, beats * (strokes - i) / strokes, force * (0.45 + 0.55 * i / strokes), key))];
}
