using System.Globalization;

namespace SoraFunctions.Pipeline.Campaigns.Schedules;

/// <summary>A day of one year or of every year.</summary>
/// <param name="Year">Which year; null for every year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct EventDay(int? Year, int Month, int Day)
{
    private const int LeapYear = 2024;

    /// <summary>Reads a day such as <c>2027-11-11</c> or <c>11-11</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    public static bool TryParse(string text, out EventDay day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            day = new EventDay(date.Year, date.Month, date.Day);
            return true;
        }

        if (DateOnly.TryParseExact($"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            day = new EventDay(null, date.Month, date.Day);
            return true;
        }

        day = default;
        return false;
    }

    /// <summary>The day in a year; 29 February is 28 February in years that have none. Null where it is of another year.</summary>
    /// <param name="year">Which year.</param>
    public DateOnly? In(int year) => Year is { } only && only != year
        ? null
        : new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}
