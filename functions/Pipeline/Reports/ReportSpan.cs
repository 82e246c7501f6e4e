using System.Globalization;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>The days that a report is about, of UTC.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record ReportSpan(DateOnly From, DateOnly To)
{
    private const int Most = 400;
    private const int Usual = 30;

    /// <summary>The instant at which it begins.</summary>
    public DateTimeOffset Begin => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The instant at which it is over.</summary>
    public DateTimeOffset End => new(To.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The first day as rows have it.</summary>
    public string FirstDay => Word(From);

    /// <summary>The last day as rows have it.</summary>
    public string LastDay => Word(To);

    /// <summary>How rows write a day.</summary>
    /// <param name="day">The day.</param>
    public static string Word(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the two days; without them it is the thirty days until today.</summary>
    /// <param name="from">The first, or null.</param>
    /// <param name="to">The last, or null.</param>
    /// <param name="now">The clock.</param>
    /// <exception cref="RequestException">They are none, in the wrong order, or more than 400.</exception>
    public static ReportSpan Read(string? from, string? to, DateTimeOffset now)
    {
        var last = Day("to", to) ?? DateOnly.FromDateTime(now.UtcDateTime);
        var first = Day("from", from) ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - Usual + 1));
        return first <= last && last.DayNumber - first.DayNumber < Most && last < DateOnly.MaxValue
            ? new ReportSpan(first, last)
            : throw new RequestException(new RequestError("from", $"from must be a day before or equal to, and by less than {Most} days."));
    }

    private static DateOnly? Day(string field, string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RequestException(new RequestError(field, $"{field} must be a day such as 2026-11-23."));
}
