using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>What music is wanted, beyond that there is some.</summary>
public sealed record MusicWish
{
    /// <summary>The kind of music that is composed; null lets the mood decide.</summary>
    public MusicStyle? Style { get; init; }

    /// <summary>Beats a minute, 40 to 200: of what is composed, or of <see cref="File"/>; null lets the style decide, or finds it.</summary>
    public int? Tempo { get; init; }

    /// <summary>How loud it is beside everything else: 1 is usual, 0 to 2; null for 1.</summary>
    public double? Volume { get; init; }

    /// <summary>The caller's own music; null to compose.</summary>
    public BlobRef? File { get; init; }

    /// <summary>What was heard in <see cref="File"/>; no part of the order, and null until somebody has listened.</summary>
    [JsonIgnore]
    public SoundAnalysis? Heard { get; init; }
}
