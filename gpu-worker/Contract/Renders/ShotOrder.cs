using System.Text.Json.Serialization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Renders;

/// <summary>Everything that decides the frames of one clip, and nothing else: equal orders give equal clips.</summary>
public sealed record ShotOrder
{
    /// <summary>What renders it: <c>world</c>, or the name of another installed engine.</summary>
    public string Engine { get; init; } = "world";

    /// <summary>Version of the engine that this clip is to be like; part of the order's key, not checked by the engine.</summary>
    public string EngineVersion { get; init; } = "";

    /// <summary>The take. Its caption, line and transition belong to the cut and are empty here.</summary>
    public required Shot Shot { get; init; }

    /// <summary>The cast of this shot, in the order of <see cref="Shot.Subjects"/>.</summary>
    public required IReadOnlyList<Subject> Cast { get; init; }

    /// <summary>Colours and mood.</summary>
    public required Look Look { get; init; }

    /// <summary>The raster.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>How much work goes into each frame.</summary>
    public Quality Quality { get; init; }

    /// <summary>
    /// SHA-256 of a clip that is seen in place of the setting, for an engine that films the cast in front of it; null for the setting.
    /// </summary>
    public string? Plate { get; init; }

    /// <summary>
    /// The engine that is to make the <see cref="Plate"/> first, by <see cref="Background"/>; null when there is none to make. An engine
    /// never sees it.
    /// </summary>
    public EngineInfo? PlateBy { get; init; }

    /// <summary>The clip to begin from, for an engine that can (<see cref="EngineAbilities.TakesClips"/>); null to begin from nothing.</summary>
    public SourceClip? Source { get; init; }

    /// <summary>
    /// The pictures that the clip is made after, in roles that its engine takes (<see cref="EngineAbilities.PictureRoles"/>); null for none. First and
    /// last frame are named at most once each.
    /// </summary>
    public IReadOnlyList<ShotPicture>? Pictures { get; init; }

    /// <summary>Whether the place alone is wanted, as it is for this cast; the cast is not seen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Bare { get; init; }

    /// <summary>The brief in its author's words; null for an engine that does not read them, so that it can't decide anything there.</summary>
    public string? Brief { get; init; }

    /// <summary>Same seed, same frames.</summary>
    public required long Seed { get; init; }

    /// <summary>The order of this shot's place, before a camera that stands still, for <see cref="PlateBy"/>.</summary>
    public ShotOrder Background() => this with
    {
        Engine = PlateBy!.Name,
        EngineVersion = PlateBy.Version,
        PlateBy = null,
        Bare = true,
        Shot = Shot with { Action = Deed.Stand, Camera = Shot.Camera with { Move = CameraMove.Still } },
        Brief = "",
    };
}
