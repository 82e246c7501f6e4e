using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>Music and room tone under a whole video.</summary>
public sealed record SoundPlan
{
    /// <summary>Whether there is music under the video.</summary>
    public bool Music { get; init; } = true;

    /// <summary>What kind of music; null lets the mood, and for a festive one the language, decide.</summary>
    public MusicStyle? Style { get; init; }

    /// <summary>How loud the music is beside everything else: 1 is usual, 0 to 2; null for 1.</summary>
    public double? Volume { get; init; }

    /// <summary>Beats a minute, 40 to 200; null lets the style decide.</summary>
    public int? Tempo { get; init; }

    /// <summary>How lines are spoken; null for the usual voice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VoicePlan? Voice { get; init; }

    /// <summary>What is said in the caller's own sound, in order, up to 400 lines: shown as spoken lines are. Null where nobody has listened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SaidLine>? Said { get; init; }

    /// <summary>Whether physical contacts are heard at their instant.</summary>
    public bool Effects { get; init; } = true;

    /// <summary>Whether the quiet hush of the setting is heard.</summary>
    public bool RoomTone { get; init; } = true;
}
