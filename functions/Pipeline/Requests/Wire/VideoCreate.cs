using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The fields of <c>POST /v1/videos</c> as the Videos API writes them.</summary>
public sealed record VideoCreate
{
    /// <summary>What is to be seen, 1 to 32,000 characters.</summary>
    public required string Prompt { get; init; }

    /// <summary>The model; <c>sora-2</c> when none is named.</summary>
    public string? Model { get; init; }

    /// <summary>The length; four seconds when none is named.</summary>
    public WireSeconds? Seconds { get; init; }

    /// <summary>The raster; <c>720x1280</c> when none is named.</summary>
    public string? Size { get; init; }

    /// <summary>A picture to follow, when it does not come as a file.</summary>
    public ImageReference? InputReference { get; init; }

    /// <summary>How much work goes into each frame; <c>standard</c> when nothing is said. An extension of this server.</summary>
    public Quality? Quality { get; init; }

    /// <summary>Likenesses that appear.</summary>
    public IReadOnlyList<IdReference>? Characters { get; init; }
}
