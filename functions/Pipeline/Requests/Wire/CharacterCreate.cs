namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/characters</c> beside its file <c>video</c>.</summary>
public sealed record CharacterCreate
{
    /// <summary>Display name, 1 to 80 characters.</summary>
    public required string Name { get; init; }
}
