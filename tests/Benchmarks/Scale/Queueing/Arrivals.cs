namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>A Poisson process whose rate is given minute by minute.</summary>
/// <param name="rates">Arrivals per second in each minute.</param>
internal sealed class Arrivals(IReadOnlyList<double> rates)
{
    private const double Minute = 60;

    /// <summary>When arrivals end, in seconds.</summary>
    public double End => rates.Count * Minute;

    /// <summary>Arrivals that are to be expected.</summary>
    public double Expected => rates.Sum() * Minute;

    /// <summary>Most arrivals per second over ten minutes.</summary>
    public double Peak => Enumerable.Range(0, Math.Max(1, rates.Count - 9)).Max(first => rates.Skip(first).Take(10).Average());

    /// <summary>The next arrival: the time at which the integral of the rate has grown by an exponential amount of mean 1.</summary>
    /// <returns>Infinite when there is none any more.</returns>
    public double After(double now, Chance chance)
    {
        var left = chance.Exponential();
        for (var minute = (int)(now / Minute); minute < rates.Count; minute++)
        {
            var end = (minute + 1) * Minute;
            var mass = rates[minute] * (end - now);
            if (left < mass)
            {
                return now + (left / rates[minute]);
            }

            left -= mass;
            now = end;
        }

        return double.PositiveInfinity;
    }
}
