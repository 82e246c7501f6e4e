namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos/extensions</c>.</summary>
public sealed record VideoExtension
{
    /// <summary>What happens next, 1 to 32,000 characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>Length of what is added.</summary>
    public required WireSeconds? Seconds { get; init; }

    /// <summary>The video to lengthen, when it does not come as a file.</summary>
    public IdReference? Video { get; init; }

    /// <summary>The model, asked for with an upload.</summary>
    public string? Model { get; init; }
}
