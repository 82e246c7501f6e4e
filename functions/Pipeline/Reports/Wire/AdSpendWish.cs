using System.ComponentModel;
using SoraFunctions.Pipeline.Sales.Wire;

namespace SoraFunctions.Pipeline.Reports.Wire;

/// <summary>The body of <c>POST /v1/ad_spends</c>.</summary>
public sealed record AdSpendWish
{
    /// <summary>For which video.</summary>
    [Description("One of your videos.")]
    public required string VideoId { get; init; }

    /// <summary>In which channel.</summary>
    [Description("In which channel it was shown; left out for the video's main one.")]
    public string? Channel { get; init; }

    /// <summary>For which day.</summary>
    [Description("Day of UTC, such as 2026-11-23.")]
    public required DateOnly Day { get; init; }

    /// <summary>How much.</summary>
    [Description("What was paid; below 0 to take back what was booked before.")]
    public required WireMoney Amount { get; init; }
}
