namespace SoraFunctions.Commerce.Players;

/// <summary>What an ad server needs to show a video as an advert.</summary>
public sealed record VideoAd
{
    /// <summary>Which video; A-Z, a-z, 0-9, - and _.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who advertises; null where it is not said.</summary>
    public string? Advertiser { get; init; }

    /// <summary>Its length in seconds, above 0.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>The files, one at least, the best first.</summary>
    public required IReadOnlyList<MediaFile> Files { get; init; }

    /// <summary>Where events are told to: <c>event</c> is added to its query. Null tells nobody.</summary>
    public Uri? Events { get; init; }

    /// <summary>Where a click leads; null for nowhere.</summary>
    public Uri? Click { get; init; }

    /// <summary>Captions with the BCP 47 tags of their languages, WebVTT.</summary>
    public IReadOnlyList<KeyValuePair<string, Uri>> Captions { get; init; } = [];
}
