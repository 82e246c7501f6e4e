using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>What intake is given.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="VideoId">A new id: see <see cref="VideoIntake.NewId"/>.</param>
/// <param name="Model">The model as the caller wrote it.</param>
/// <param name="Request">The order.</param>
public sealed record NewVideo(string Tenant, string VideoId, string Model, VideoRequest Request)
{
    /// <summary>The video that this one is remixed from.</summary>
    public string? RemixedFrom { get; init; }

    /// <summary>What it is expected to cost, in millionths of a US dollar; null where that is to be reckoned.</summary>
    public long? EstimatedMicroDollars { get; init; }

    /// <summary>What the caller should know from the beginning.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The caller's own notes, given back as they came.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
