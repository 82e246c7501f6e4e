using System.Globalization;
using Quartz;
using SoraFunctions.Pipeline.Campaigns.Plans;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;

namespace SoraFunctions.Pipeline.Campaigns.Schedules;

/// <summary>What a schedule may say.</summary>
internal static class ScheduleRules
{
    /// <summary>A run that is due while the one before is not done waits for that.</summary>
    public const string Queue = "queue";

    /// <summary>What happens when a run is due while the one before is not done.</summary>
    public static IReadOnlyList<string> Overlaps { get; } = ["skip", Queue];

    public static void Check(ScheduleWish? wish, RequestFaults faults)
    {
        if (wish is null)
        {
            return;
        }

        if (wish.Cron is null && wish.At is null && wish.Events is not { Count: > 0 })
        {
            faults.Add("schedule", "schedule must name cron, at, events or several of them.", RequestErrorCodes.MissingField);
        }

        if (wish.Cron is { } cron && Fault(cron) is { } why)
        {
            faults.Add("schedule.cron", $"schedule.cron is not understood: {why} Accepted: seconds, minutes, hours, day of the month, month, day of the week and perhaps the year, such as '0 0 9 ? * MON'.");
        }

        if (wish.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            faults.Add("schedule.time_zone", "schedule.time_zone must be a time zone of the IANA list, such as Asia/Shanghai or Europe/Berlin.");
        }

        if (wish.Overlap is { } overlap && !Overlaps.Contains(overlap))
        {
            faults.Add("schedule.overlap", $"schedule.overlap must be one of: {string.Join(", ", Overlaps)}.");
        }

        Events(wish.Events ?? [], faults);
    }

    private static void Events(IReadOnlyList<EventWish> events, RequestFaults faults)
    {
        if (events.Count > 100)
        {
            faults.Add("schedule.events", $"schedule.events must have up to 100 entries; it has {events.Count}.");
        }

        foreach (var (index, day) in events.Index())
        {
            var field = $"schedule.events[{index}]";
            faults.Text($"{field}.name", day.Name, 1, 80);
            CampaignRules.Between($"{field}.days_before", day.DaysBefore, 0, 90, faults);
            if (!EventDay.TryParse(day.Date, out _))
            {
                faults.Add($"{field}.date", $"{field}.date must be a day such as 2027-11-11, or 11-11 for every year.");
            }

            if (day.Time is { } time && !TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                faults.Add($"{field}.time", $"{field}.time must be a time of the day such as 09:00.");
            }
        }
    }

    private static string? Fault(string cron)
    {
        try
        {
            _ = cron.Length <= 120 ? new CronExpression(cron) : throw new FormatException("It is longer than 120 characters.");
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message.TrimEnd('.') + ".";
        }
    }
}
