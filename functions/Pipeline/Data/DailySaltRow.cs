using System.Globalization;

namespace SoraFunctions.Pipeline.Data;

/// <summary>A secret that tells the visitors of one day apart, on every machine alike. It is deleted when the day is over.</summary>
public sealed class DailySaltRow
{
    /// <summary>Day of UTC as <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>The day that a time lies in.</summary>
    public static string DayOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>32 random bytes.</summary>
    public required byte[] Salt { get; init; }
}
