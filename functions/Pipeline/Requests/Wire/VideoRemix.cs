namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/{id}/remix</c>.</summary>
public sealed record VideoRemix
{
    /// <summary>What to change, 1 to 32,000 characters.</summary>
    public required string Prompt { get; init; }
}
