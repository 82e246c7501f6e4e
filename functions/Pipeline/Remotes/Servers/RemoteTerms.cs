using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>What a remote takes and what it costs.</summary>
public sealed record RemoteTerms
{
    /// <summary>The model that it is asked for.</summary>
    public string Model { get; init; } = "sora-2";

    /// <summary>Lengths in seconds that it makes, rising; empty for every whole number up to <see cref="MostSeconds"/>.</summary>
    public IReadOnlyList<int> Seconds { get; init; } = [4, 8, 12];

    /// <summary>The longest clip in seconds.</summary>
    public int MostSeconds { get; init; } = 12;

    /// <summary>Sizes that it makes, such as <c>1280x720</c>; empty for every even one from 256 to 1920 pixels.</summary>
    public IReadOnlyList<string> Sizes { get; init; } = ["720x1280", "1280x720", "1024x1792", "1792x1024"];

    /// <summary>Which picture it is sent of a product.</summary>
    public RemotePicture Picture { get; init; }

    /// <summary>US dollars for a second of video; 0 for a remote that costs nothing, or nobody knows what.</summary>
    public decimal PricePerSecond { get; init; }

    /// <summary>What a clip costs, in millionths of a US dollar.</summary>
    /// <param name="seconds">Its length as it was ordered.</param>
    public long MicroDollarsOf(int seconds) => (long)decimal.Round(PricePerSecond * seconds * 1_000_000);

    /// <summary>Eight hex digits that change with whatever decides the frames.</summary>
    [JsonIgnore]
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Model}|{string.Join(',', Seconds)}|{MostSeconds}|{string.Join(',', Sizes)}|{Picture}")))[..8];
}
