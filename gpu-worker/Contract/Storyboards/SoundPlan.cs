namespace SoraFunctions.Contract.Storyboards;

/// <summary>Music and room tone under a whole video.</summary>
public sealed record SoundPlan
{
    /// <summary>Whether a music bed is composed under the video.</summary>
    public bool Music { get; init; } = true;

    /// <summary>Beats a minute, 40 to 200; null lets the mood decide.</summary>
    public int? Tempo { get; init; }

    /// <summary>Whether physical contacts are heard at their instant.</summary>
    public bool Effects { get; init; } = true;

    /// <summary>Whether the quiet hush of the setting is heard.</summary>
    public bool RoomTone { get; init; } = true;
}
