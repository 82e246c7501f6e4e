using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>How a kind of music is written and played.</summary>
internal sealed record Style
{
    /// <summary>Usual beats a minute.</summary>
    public required double Tempo { get; init; }

    /// <summary>MIDI keys of possible tonics.</summary>
    public required int[] Tonics { get; init; }

    /// <summary>Semitones of the degrees above the tonic.</summary>
    public required int[] Scale { get; init; }

    /// <summary>Degrees (0 is the tonic) on which the chords of four bars stand.</summary>
    public required int[][] Progressions { get; init; }

    /// <summary>Degree before the last chord: 4 is the dominant, 3 the subdominant, 6 the flat seventh.</summary>
    public int Cadence { get; init; } = 4;

    /// <summary>Tones stacked to a chord: 3 a triad, 4 with the seventh, 5 with the ninth.</summary>
    public int ChordTones { get; init; } = 3;

    /// <summary>Plays the tune.</summary>
    public required Voice Lead { get; init; }

    /// <summary>Octaves that the tune lies above its usual place.</summary>
    public int LeadOctave { get; init; }

    /// <summary>Joins the tune from the reveal on, an octave away; null for none.</summary>
    public Voice? Second { get; init; }

    /// <summary>Plays chords under the tune; null for none.</summary>
    public Voice? Chords { get; init; }

    /// <summary>How it plays them.</summary>
    public Figure Figure { get; init; } = Figure.Broken;

    /// <summary>Beats of a bar at which it plays.</summary>
    public double[] FigureBeats { get; init; } = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5];

    /// <summary>Octaves that the figure lies above the held chords.</summary>
    public int FigureOctave { get; init; } = 1;

    /// <summary>How loud it is.</summary>
    public double FigureForce { get; init; } = 0.45;

    /// <summary>Held chords.</summary>
    public Voice Bed { get; init; } = Voice.Pad;

    /// <summary>How loud they are.</summary>
    public double BedForce { get; init; } = 0.5;

    /// <summary>Plays the bass.</summary>
    public Voice BassVoice { get; init; } = Voice.Bass;

    /// <summary>Beats of a bar at which the bass plays, for how many beats, and whether it is the fifth.</summary>
    public (double Beat, double Beats, bool Fifth)[] Bass { get; init; } = [(0, 3.6, false)];

    /// <summary>Rhythms of the tune: beats of a bar.</summary>
    public required double[][] Rhythms { get; init; }

    /// <summary>Percussion: what, at which beat of a bar, how strong, at which key.</summary>
    public Stroke[] Beat { get; init; } = [];

    /// <summary>Percussion in the last beats before a cut; beats count back from it.</summary>
    public Stroke[] Fill { get; init; } = [];

    /// <summary>What sounds where a shot begins.</summary>
    public Stroke[] Accent { get; init; } = [new(Voice.Cymbal, 0, 0.3)];

    /// <summary>What sounds besides at the reveal and with the last chord.</summary>
    public Stroke[] Reveal { get; init; } = [];

    /// <summary>Runs up the scale to the reveal; null for none.</summary>
    public Voice? Sweep { get; init; }

    /// <summary>Degrees that the tune may use.</summary>
    public int[] Tune { get; init; } = [0, 1, 2, 4, 5];

    /// <summary>How late the second of two eighths comes, in beats.</summary>
    public double Swing { get; init; }

    /// <summary>Reverberation: seconds, and how much of it.</summary>
    public (double Seconds, double Amount) Hall { get; init; } = (2.2, 0.3);

    /// <summary>How far the held chords give way to each stroke of the kick drum, 0 to 1.</summary>
    public double Pump { get; init; }

    /// <summary>How much of the players are there at the first bar, 0 to 1.</summary>
    public double Opening { get; init; } = 0.45;

    /// <summary>Highest frequency of the whole in hertz.</summary>
    public double Ceiling { get; init; } = 20_000;

    public static Style Of(MusicStyle style) => Styles.All[style];
}
