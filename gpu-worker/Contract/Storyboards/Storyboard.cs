using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Storyboards;

/// <summary>
/// An ordered list of shots, with cast, look and sound for the whole. The shot lengths add up to the length of the video:
/// a transition overlaps nothing, it is made of the last and first frames of its two shots.
/// </summary>
public sealed record Storyboard
{
    /// <summary>What the video is called, in the language of the video; at most 120 characters.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the words that are shown and spoken, such as <c>en</c> or <c>zh-CN</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Colours and mood that every shot shares.</summary>
    public Look Look { get; init; } = new();

    /// <summary>Music and room tone under the whole video.</summary>
    public SoundPlan Sound { get; init; } = new();

    /// <summary>Everyone and everything that appears; shots refer to it by <see cref="Subject.Id"/>.</summary>
    public IReadOnlyList<Subject> Cast { get; init; } = [];

    /// <summary>The shots in order of appearance, 1 to 24.</summary>
    public required IReadOnlyList<Shot> Shots { get; init; }

    /// <summary>What the last seconds show over the last shot; null for none.</summary>
    public EndCard? EndCard { get; init; }

    /// <summary>How spoken lines are shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CaptionStyle Captions { get; init; }

    /// <summary>Logo and font of the brand; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BrandKit? Brand { get; init; }

    /// <summary>Terms that have to be shown, at most 300 characters; small, at the end, for as long as reading them takes. Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Legal { get; init; }

    /// <summary>Length of the whole in seconds: the sum of the shots.</summary>
    public decimal Seconds => Shots.Sum(shot => shot.Seconds);
}
