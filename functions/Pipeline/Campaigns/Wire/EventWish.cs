using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>A day of the calendar.</summary>
public sealed record EventWish
{
    /// <summary>What it is.</summary>
    [Description("What it is, 1 to 80 characters, such as Singles' Day.")]
    public required string Name { get; init; }

    /// <summary>When it is.</summary>
    [Description("When it is: 2027-11-11, or 11-11 for every year; 02-29 is 02-28 in years that have none.")]
    public required string Date { get; init; }

    /// <summary>How long before it is made.</summary>
    [Description("How many days before it is made, 0 to 90. Default: 0.")]
    public int? DaysBefore { get; init; }

    /// <summary>At what time.</summary>
    [Description("At what time of that day, such as 09:00. Default: 00:00.")]
    public string? Time { get; init; }
}
