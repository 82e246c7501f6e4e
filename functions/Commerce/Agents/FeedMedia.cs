namespace SoraFunctions.Commerce.Agents;

/// <summary>A picture or a video of a product.</summary>
public sealed record FeedMedia
{
    /// <summary><c>image</c>, <c>video</c> or <c>model</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Where it is.</summary>
    public required string Url { get; init; }

    /// <summary>What is seen.</summary>
    public string? AltText { get; init; }

    /// <summary>Pixels across.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels down.</summary>
    public int? Height { get; init; }
}
