namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/characters</c> beside its file <c>video</c>.</summary>
public sealed record CharacterCreate
{
    /// <summary>Display name, 1 to 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a person; left out, faces are looked for. An extension of this server.</summary>
    public bool? Person { get; init; }

    /// <summary>How the person who is shown agreed: who, when, and where the record lies; 1 to 500 characters. An extension of this server.</summary>
    public string? Consent { get; init; }
}
