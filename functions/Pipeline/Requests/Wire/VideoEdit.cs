namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/edits</c>.</summary>
public sealed record VideoEdit
{
    /// <summary>What to change, 1 to 32,000 characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>The video to change, when it does not come as a file.</summary>
    public IdReference? Video { get; init; }

    /// <summary>The model, asked for with an upload.</summary>
    public string? Model { get; init; }
}
