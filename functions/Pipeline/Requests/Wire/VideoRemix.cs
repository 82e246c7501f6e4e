using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/{id}/remix</c>.</summary>
public sealed record VideoRemix
{
    /// <summary>What to change, 1 to 32,000 characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>How far a changed shot may leave its earlier clip, over 0 to 1, where the engine begins from clips. An extension of this server.</summary>
    [Description("How far a changed shot of the same length and camera may leave its earlier clip: over 0 (hardly) to 1 (it is made anew). Default: 0.7. For engines that begin from clips (takes_clips in /v1/models); others make changed shots anew.")]
    public double? Strength { get; init; }
}
