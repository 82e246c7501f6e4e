using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>How a mood is set to music.</summary>
internal sealed record Style
{
    /// <summary>Usual beats a minute.</summary>
    public required double Tempo { get; init; }

    /// <summary>MIDI keys of possible tonics.</summary>
    public required int[] Tonics { get; init; }

    /// <summary>Semitones of the seven degrees above the tonic.</summary>
    public required int[] Scale { get; init; }

    /// <summary>Degrees (0 is the tonic) on which the chords of four bars stand.</summary>
    public required int[][] Progressions { get; init; }

    /// <summary>Degree before the last chord: 4 is the dominant, 3 the subdominant, 6 the flat seventh.</summary>
    public int Cadence { get; init; } = 4;

    /// <summary>Thirds stacked to a chord: 3 a triad, 4 with the seventh, 5 with the ninth.</summary>
    public int ChordTones { get; init; } = 3;

    public required Voice Lead { get; init; }

    /// <summary>Plays broken chords under the tune; null for none.</summary>
    public Voice? Figure { get; init; }

    /// <summary>Beats of a bar at which the figure plays.</summary>
    public double[] FigureBeats { get; init; } = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];

    /// <summary>Held chords.</summary>
    public Voice Bed { get; init; } = Voice.Pad;

    /// <summary>Beats of a bar at which the bass plays, and for how many beats.</summary>
    public (double Beat, double Beats)[] Bass { get; init; } = [(0, 3.6)];

    /// <summary>Rhythms of the tune: beats of a bar.</summary>
    public required double[][] Rhythms { get; init; }

    /// <summary>Percussion: what, at which beat of a bar, how strong.</summary>
    public (Voice Voice, double Beat, double Force)[] Beat { get; init; } = [];

    /// <summary>Degrees that the tune may use.</summary>
    public int[] Tune { get; init; } = [0, 1, 2, 4, 5];

    /// <summary>How late the second of two eighths comes, in beats.</summary>
    public double Swing { get; init; }

    /// <summary>Reverberation: seconds, and how much of it.</summary>
    public (double Seconds, double Amount) Hall { get; init; } = (2.2, 0.3);

    /// <summary>How far the held chords give way to each stroke of the kick drum, 0 to 1.</summary>
    public double Pump { get; init; }

    public static Style Of(Mood mood) => Styles.All[mood];
}
