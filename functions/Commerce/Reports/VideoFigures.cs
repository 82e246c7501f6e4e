using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Reports;

/// <summary>What came of one video in one channel over some time.</summary>
/// <param name="VideoId">Which video.</param>
/// <param name="Channel">Where it was shown.</param>
public sealed record VideoFigures(string VideoId, string Channel)
{
    /// <summary>The creative variant; null where there is none.</summary>
    public string? Variant { get; init; }

    /// <summary>The campaign; null where there is none.</summary>
    public string? Campaign { get; init; }

    /// <summary>The product; null where there is none.</summary>
    public string? Product { get; init; }

    /// <summary>How often it began to play.</summary>
    public long Impressions { get; init; }

    /// <summary>People who came through its links.</summary>
    public long Clicks { get; init; }

    /// <summary>What each order that is due to it brought, refunds taken off; those that were wholly refunded are not here.</summary>
    public IReadOnlyList<Money> Orders { get; init; } = [];

    /// <summary>What it cost to make and to show.</summary>
    public IReadOnlyList<Money> Costs { get; init; } = [];
}
