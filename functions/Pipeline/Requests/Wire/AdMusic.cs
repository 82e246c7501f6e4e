using System.Text.Json.Serialization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Music as it is written: <c>true</c> or <c>false</c>, the name of a style, or an object.</summary>
[JsonConverter(typeof(AdMusicConverter))]
public sealed record AdMusic
{
    /// <summary>Whether there is any.</summary>
    public bool Wanted { get; init; } = true;

    /// <summary>See <see cref="MusicWish.Style"/>.</summary>
    public MusicStyle? Style { get; init; }

    /// <summary>See <see cref="MusicWish.Tempo"/>.</summary>
    public double? Tempo { get; init; }

    /// <summary>See <see cref="MusicWish.Volume"/>.</summary>
    public double? Volume { get; init; }

    /// <summary>An address, a data: URL, or a file name; null to compose.</summary>
    public string? File { get; init; }
}
