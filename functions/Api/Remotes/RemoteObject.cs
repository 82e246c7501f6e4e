using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Api.Remotes;

/// <summary>A remote on the wire. Its key never is.</summary>
internal sealed record RemoteObject(
    string Name,
    string Object,
    string Url,
    string Model,
    IReadOnlyList<int> Seconds,
    int MaxSeconds,
    IReadOnlyList<string> Sizes,
    RemotePicture Picture,
    decimal PricePerSecondUsd,
    string KeyHint,
    bool Shared);
