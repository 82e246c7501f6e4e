using System.Globalization;
using Quartz;
using SoraFunctions.Pipeline.Campaigns.Wire;

namespace SoraFunctions.Pipeline.Campaigns.Schedules;

/// <summary>
/// When a campaign is due. Times of a clock that is put forward over them are due at the instant at which it is put forward; times that a clock
/// shows twice are due the first time alone.
/// </summary>
public static class DueTimes
{
    /// <summary>No further than this is looked for a day of the calendar, in years.</summary>
    private const int Horizon = 9;

    /// <summary>The next time after an instant; null when there is none.</summary>
    /// <param name="wish">A campaign that keeps to the rules.</param>
    /// <param name="after">The instant; what is due then is not given.</param>
    public static DateTimeOffset? Next(CampaignWish wish, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (wish.Schedule is not { } schedule)
        {
            return null;
        }

        var begin = wish.StartsAt is { } start && start > after ? start.AddTicks(-1) : after;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone ?? "UTC");
        DateTimeOffset?[] next =
        [
            schedule.At > begin ? schedule.At.Value.ToUniversalTime() : null,
            schedule.Cron is { } cron ? NextOf(cron, zone, begin) : null,
            .. (schedule.Events ?? []).Select(day => NextOf(day, zone, begin)),
        ];
        var first = next.Min();
        return first < wish.EndsAt || wish.EndsAt is null ? first : null;
    }

    /// <summary>The last time that is due by an instant, after another: what a service that was down makes up for, once.</summary>
    /// <param name="wish">A campaign that keeps to the rules.</param>
    /// <param name="due">A time at which it is due.</param>
    /// <param name="now">The clock.</param>
    /// <returns>The last time that is due by now, and how many were passed over on the way.</returns>
    public static (DateTimeOffset Last, int PassedOver) Latest(CampaignWish wish, DateTimeOffset due, DateTimeOffset now)
    {
        var passed = 0;
        for (var next = Next(wish, due); next <= now; next = Next(wish, due))
        {
            due = next.Value;
            if (++passed == MostPassedOver)
            {
                break;
            }
        }

        return (due, passed);
    }

    /// <summary>A service that was down for long, with a campaign that is due each second, does not count on for ever.</summary>
    private const int MostPassedOver = 10_000;

    private static DateTimeOffset? NextOf(string cron, TimeZoneInfo zone, DateTimeOffset after)
    {
        // Walking through the expression in a time that has no jumps says what a clock on the wall shows; the zone says when it does.
        var expression = new CronExpression(cron) { TimeZone = TimeZoneInfo.Utc };
        var wall = new DateTimeOffset(TimeZoneInfo.ConvertTime(after, zone).DateTime.AddHours(-3), TimeSpan.Zero);
        while (expression.GetNextValidTimeAfter(wall) is { } next)
        {
            if (Instant(next.DateTime, zone) is var instant && instant > after)
            {
                return instant;
            }

            wall = next;
        }

        return null;
    }

    private static DateTimeOffset? NextOf(EventWish wish, TimeZoneInfo zone, DateTimeOffset after)
    {
        EventDay.TryParse(wish.Date, out var day);
        var time = wish.Time is { } said ? TimeOnly.ParseExact(said, "HH:mm", CultureInfo.InvariantCulture) : TimeOnly.MinValue;
        var year = TimeZoneInfo.ConvertTime(after, zone).Year;
        for (var look = year; look <= Math.Min(year + Horizon, 9998); look++)
        {
            if (day.In(look) is { } date && Instant(date.AddDays(-(wish.DaysBefore ?? 0)).ToDateTime(time), zone) is var instant && instant > after)
            {
                return instant;
            }
        }

        return day.Year > year + Horizon ? Instant(day.In(day.Year.Value)!.Value.AddDays(-(wish.DaysBefore ?? 0)).ToDateTime(time), zone) : null;
    }

    /// <summary>When a clock on the wall first shows a time, or is put forward over it.</summary>
    private static DateTimeOffset Instant(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
        {
            // The clock went from before the gap to behind it in one instant: that of the gap's first minute by the offset before.
            var gap = wall;
            while (zone.IsInvalidTime(gap.AddMinutes(-1)))
            {
                gap = gap.AddMinutes(-1);
            }

            gap = new DateTime(gap.Year, gap.Month, gap.Day, gap.Hour, gap.Minute, 0);
            return new DateTimeOffset(gap, zone.GetUtcOffset(gap.AddHours(-6))).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
