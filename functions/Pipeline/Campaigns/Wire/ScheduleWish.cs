using System.ComponentModel;

namespace SoraFunctions.Pipeline.Campaigns.Wire;

/// <summary>When a campaign is made: by a cron expression, on days of the calendar, at one time; all of them together.</summary>
public sealed record ScheduleWish
{
    /// <summary>A cron expression.</summary>
    [Description("When, as Quartz writes it: seconds, minutes, hours, day of the month, month, day of the week, and perhaps the year. '0 0 9 ? * MON' is Mondays at 9.")]
    public string? Cron { get; init; }

    /// <summary>The time zone.</summary>
    [Description("The IANA time zone of cron and events, such as Asia/Shanghai. Default: UTC.")]
    public string? TimeZone { get; init; }

    /// <summary>One time.</summary>
    [Description("Once, at this time, ISO 8601.")]
    public DateTimeOffset? At { get; init; }

    /// <summary>Days of the calendar.</summary>
    [Description("On days of the calendar, up to 100.")]
    public IReadOnlyList<EventWish>? Events { get; init; }

    /// <summary>What happens while the run before is not done.</summary>
    [Description("What happens when a run is due while the one before is not done: skip it, or queue it (one waits at a time). Default: skip.")]
    public string? Overlap { get; init; }
}
