namespace SoraFunctions.Azure.Tests.Parity;

/// <summary>NCRONTAB: seconds, minutes, hours, day, month, day of the week.</summary>
internal static class Schedules
{
    /// <summary>The expression that recurs after whole minutes that divide the hour, or whole hours that divide the day.</summary>
    public static string Every(TimeSpan period) => period switch
    {
        { TotalMinutes: < 60 } => $"0 */{period.Minutes} * * * *",
        { TotalHours: 1 } => "0 0 * * * *",
        { TotalHours: < 24 } => $"0 0 */{period.Hours} * * *",
        _ => "0 0 0 * * *",
    };
}
