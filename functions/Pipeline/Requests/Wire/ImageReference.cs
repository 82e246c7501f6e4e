namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A picture by exactly one of two ways.</summary>
public sealed record ImageReference
{
    /// <summary>An http or https address, or a base64 data: URL of up to 20,971,520 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Id of an uploaded file.</summary>
    public string? FileId { get; init; }
}
