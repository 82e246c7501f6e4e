using System.Globalization;
using SoraFunctions.Pipeline.Campaigns.Schedules;
using SoraFunctions.Pipeline.Campaigns.Wire;

namespace SoraFunctions.Pipeline.Tests.Campaigns;

public sealed class DueTimesTests
{
    [Theory]
    // Mondays at 9 in Shanghai, which never changes its clocks.
    [InlineData("0 0 9 ? * MON", "Asia/Shanghai", "2026-11-23T00:59:59Z", "2026-11-23T01:00:00Z")]
    [InlineData("0 0 9 ? * MON", "Asia/Shanghai", "2026-11-23T01:00:00Z", "2026-11-30T01:00:00Z")]
    // Clocks in Berlin go back on 25 October 2026 and forward on 28 March 2027: nine stays nine on the wall.
    [InlineData("0 0 9 * * ?", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z")]
    [InlineData("0 0 9 * * ?", "Europe/Berlin", "2026-10-23T12:00:00Z", "2026-10-24T07:00:00Z")]
    [InlineData("0 0 9 * * ?", "Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-28T07:00:00Z")]
    // Half past two is shown twice: the first time alone.
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2026-10-25T00:45:00Z", "2026-10-26T01:30:00Z")]
    // Half past two is not shown: when the clock is put forward over it.
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-28T01:00:00Z")]
    [InlineData("0 30 2 * * ?", "Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z")]
    [InlineData("0 30 2 * * ?", "America/New_York", "2027-03-13T12:00:00Z", "2027-03-14T07:00:00Z")]
    // Lord Howe Island moves its clocks by half an hour.
    [InlineData("0 15 2 * * ?", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", "2026-10-03T15:30:00Z")]
    // Leap days.
    [InlineData("0 0 12 29 2 ?", "UTC", "2026-11-23T00:00:00Z", "2028-02-29T12:00:00Z")]
    [InlineData("0 0 12 L 2 ?", "UTC", "2026-11-23T00:00:00Z", "2027-02-28T12:00:00Z")]
    [InlineData("0 0 12 L 2 ?", "UTC", "2027-11-23T00:00:00Z", "2028-02-29T12:00:00Z")]
    public void A_cron_expression_is_read_as_a_clock_on_the_wall_shows_it(string cron, string zone, string after, string due) =>
        Assert.Equal(At(due), DueTimes.Next(With(new ScheduleWish { Cron = cron, TimeZone = zone }), At(after)));

    [Fact]
    public void An_hourly_schedule_is_due_once_an_hour_through_both_changes()
    {
        foreach (var (from, hours) in new[] { ("2026-10-24T22:00:00Z", 24), ("2027-03-27T23:00:00Z", 23) })
        {
            var wish = With(new ScheduleWish { Cron = "0 0 * * * ?", TimeZone = "Europe/Berlin" });
            var due = new List<DateTimeOffset>();
            for (var next = DueTimes.Next(wish, At(from)); due.Count < hours - 1; next = DueTimes.Next(wish, next!.Value))
            {
                due.Add(next!.Value);
            }

            Assert.Equal(due.Distinct().Order(), due);
            Assert.All(due.Zip(due.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
        }
    }

    [Theory]
    [InlineData("11-11", 0, "2026-11-23T00:00:00Z", "2027-11-11T00:00:00Z")]
    [InlineData("11-11", 7, "2026-11-01T00:00:00Z", "2026-11-04T00:00:00Z")]
    [InlineData("01-05", 10, "2026-11-23T00:00:00Z", "2026-12-26T00:00:00Z")]
    [InlineData("2027-06-01", 0, "2026-11-23T00:00:00Z", "2027-06-01T00:00:00Z")]
    [InlineData("02-29", 0, "2026-11-23T00:00:00Z", "2027-02-28T00:00:00Z")]
    [InlineData("02-29", 0, "2027-11-23T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("2040-06-01", 0, "2026-11-23T00:00:00Z", "2040-06-01T00:00:00Z")]
    public void A_day_of_the_calendar_is_found_through_years_and_leap_days(string date, int before, string after, string due) => Assert.Equal(
        At(due), DueTimes.Next(With(new ScheduleWish { Events = [new EventWish { Name = "Day", Date = date, DaysBefore = before }] }), At(after)));

    [Fact]
    public void A_day_that_is_over_is_never_due() => Assert.Null(
        DueTimes.Next(With(new ScheduleWish { Events = [new EventWish { Name = "Day", Date = "2026-01-01" }], At = At("2026-02-02T00:00:00Z") }), At("2026-11-23T00:00:00Z")));

    [Fact]
    public void What_comes_first_is_due_next_and_nothing_outside_of_the_campaign()
    {
        var wish = With(new ScheduleWish { Cron = "0 0 9 ? * MON", At = At("2026-11-24T10:00:00Z"), Events = [new EventWish { Name = "Day", Date = "11-25" }] }) with
        {
            StartsAt = At("2026-11-23T09:00:00Z"), EndsAt = At("2026-11-30T09:00:00Z"),
        };

        Assert.Equal(At("2026-11-23T09:00:00Z"), DueTimes.Next(wish, At("2026-11-01T00:00:00Z")));
        Assert.Equal(At("2026-11-24T10:00:00Z"), DueTimes.Next(wish, At("2026-11-23T09:00:00Z")));
        Assert.Equal(At("2026-11-25T00:00:00Z"), DueTimes.Next(wish, At("2026-11-24T10:00:00Z")));
        Assert.Null(DueTimes.Next(wish, At("2026-11-25T00:00:00Z")));
    }

    [Fact]
    public void What_was_missed_is_made_up_for_once()
    {
        var wish = With(new ScheduleWish { Cron = "0 0 9 * * ?" });

        Assert.Equal((At("2026-11-23T09:00:00Z"), 3), DueTimes.Latest(wish, At("2026-11-20T09:00:00Z"), At("2026-11-23T20:00:00Z")));
        Assert.Equal((At("2026-11-20T09:00:00Z"), 0), DueTimes.Latest(wish, At("2026-11-20T09:00:00Z"), At("2026-11-20T09:01:00Z")));
    }

    private static CampaignWish With(ScheduleWish schedule) => Wishes.Small with { Schedule = schedule };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
