using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>What a market asks of generated videos.</summary>
public sealed record MarketRule
{
    /// <summary>What requests call it.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Since when: year and month.</summary>
    public required string Since { get; init; }

    /// <summary>The words in the picture.</summary>
    public required VisibleRule Visible { get; init; }

    /// <summary>What a machine must find in the file.</summary>
    public required IReadOnlyList<MachineMark> Marks { get; init; }

    /// <summary>Under what terms a copy without words in the picture may be handed over; null for never.</summary>
    [JsonRequired]
    public CleanCopyRule? CleanCopy { get; init; }

    /// <summary>For each group of rules the name of the source that says so.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }
}
