using SoraFunctions.Benchmarks.Scale.Queueing;

namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>When the videos of a day are asked for. An assumption: the shape of office hours, and campaigns that begin on the hour.</summary>
internal static class DayCurve
{
    private const int Minutes = 24 * 60;

    /// <summary>Relative demand by hour; between two hours it goes in a straight line.</summary>
    private static readonly double[] _hours =
        [3, 2, 2, 2, 2, 3, 5, 8, 12, 16, 18, 18, 16, 17, 19, 20, 19, 17, 14, 12, 10, 8, 6, 4];

    /// <summary>Hours at which campaigns begin, and how many minutes each releases its variants.</summary>
    private static readonly (int Hour, int Minutes)[] _campaigns = [(9, 20), (14, 20), (18, 20)];

    /// <summary>The whole day.</summary>
    /// <param name="videos">Videos a day.</param>
    /// <param name="campaigns">Part of them that campaigns ask for, 0 to 1.</param>
    public static Arrivals Day(double videos, double campaigns)
    {
        var shape = Enumerable.Range(0, Minutes).Select(Shape).ToArray();
        var whole = shape.Sum() * 60;
        var rates = shape.Select(at => videos * (1 - campaigns) * at / whole).ToArray();
        var released = _campaigns.Sum(campaign => campaign.Minutes) * 60;
        foreach (var (hour, minutes) in _campaigns)
        {
            for (var minute = hour * 60; minute < (hour * 60) + minutes; minute++)
            {
                rates[minute] += videos * campaigns / released;
            }
        }

        return new Arrivals(rates);
    }

    /// <summary>Some minutes of the day's ten busiest ones.</summary>
    public static Arrivals Busiest(double videos, double campaigns, int minutes) =>
        new([.. Enumerable.Repeat(Day(videos, campaigns).Peak, minutes)]);

    private static double Shape(int minute)
    {
        var (hour, part) = (minute / 60, minute % 60 / 60.0);
        return (_hours[hour] * (1 - part)) + (_hours[(hour + 1) % 24] * part);
    }
}
