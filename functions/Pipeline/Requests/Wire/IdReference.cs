namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Something known by its id: a video, a character.</summary>
public sealed record IdReference
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }
}
