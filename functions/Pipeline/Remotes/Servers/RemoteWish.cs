using System.ComponentModel;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>A remote as a tenant sends it or a deployment is set to it.</summary>
public sealed record RemoteWish
{
    /// <summary>What requests call it.</summary>
    [Description("What requests call it as model or engine: remote, or remote- and up to 24 of a-z, 0-9 and single hyphens. By default remote.")]
    public string? Name { get; init; }

    /// <summary>Where its API begins.</summary>
    [Description("Where its API begins, such as https://api.example.com/v1.")]
    public required string Url { get; init; }

    /// <summary>Its key.</summary>
    [Description("The bearer key that it asks for, up to 400 visible ASCII characters. Kept encrypted, never given back; left out, a remote that is there keeps its own as long as its url stays the same.")]
    public string? Key { get; init; }

    /// <summary>The model that it is asked for.</summary>
    [Description("The model that it is asked for; by default sora-2.")]
    public string? Model { get; init; }

    /// <summary>Lengths that it makes.</summary>
    [Description("Lengths in seconds that it makes; by default 4, 8 and 12. An empty list stands for every whole number up to max_seconds.")]
    public IReadOnlyList<int>? Seconds { get; init; }

    /// <summary>The longest clip.</summary>
    [Description("Only with an empty list of seconds: the longest clip, 1 to 120; by default 20.")]
    public int? MaxSeconds { get; init; }

    /// <summary>Sizes that it makes.</summary>
    [Description("Sizes that it makes, such as 1280x720; by default those of the Videos API. An empty list stands for every even size from 256 to 1920 pixels.")]
    public IReadOnlyList<string>? Sizes { get; init; }

    /// <summary>Which picture it is sent of a product.</summary>
    [Description("Which picture it is sent as input_reference of a shot with a product: none (default: it makes the place, and the product is filmed in front), first-frame (staged in the size of the clip; the remote draws the product anew) or product (its own picture: for another instance of this service).")]
    public RemotePicture? Picture { get; init; }

    /// <summary>What it costs.</summary>
    [Description("US dollars for a second of video, 0 to 100; by default 0.")]
    public decimal? PricePerSecondUsd { get; init; }
}
