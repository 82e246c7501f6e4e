using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A voice as it is written: <c>true</c> or <c>false</c>, <c>female</c> or <c>male</c>, or an object.</summary>
[JsonConverter(typeof(AdVoiceConverter))]
public sealed record AdVoice
{
    /// <summary>Whether lines are spoken.</summary>
    public bool Wanted { get; init; } = true;

    /// <summary>See <see cref="VoiceWish.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>See <see cref="VoiceWish.Rate"/>.</summary>
    public double? Rate { get; init; }

    /// <summary>An address, a data: URL, or a file name; null to speak the lines.</summary>
    public string? File { get; init; }
}
