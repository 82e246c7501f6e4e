namespace SoraFunctions.Commerce.Structured;

/// <summary>What search engines are told about a video.</summary>
public sealed record VideoFacts
{
    /// <summary>Its title.</summary>
    public required string Name { get; init; }

    /// <summary>What happens in it; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Addresses of pictures of it, at least one, the best first.</summary>
    public required IReadOnlyList<Uri> Thumbnails { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset UploadDate { get; init; }

    /// <summary>Its length in seconds, above 0.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>Address of the file itself; it should stay valid, signed addresses of short life do harm. Null for none.</summary>
    public Uri? Content { get; init; }

    /// <summary>Address of a player; null for none.</summary>
    public Uri? Embed { get; init; }

    /// <summary>Address of the page on which it can be watched; null for none. Key moments need it.</summary>
    public Uri? Page { get; init; }

    /// <summary>BCP 47 tag of what is said and shown; null when nothing is.</summary>
    public string? Language { get; init; }

    /// <summary>Pixels across; 0 when unknown.</summary>
    public int Width { get; init; }

    /// <summary>Pixels down; 0 when unknown.</summary>
    public int Height { get; init; }

    /// <summary>When it will be gone; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What may be jumped to, in order of time, no two at one second.</summary>
    public IReadOnlyList<Moment> Moments { get; init; } = [];
}
