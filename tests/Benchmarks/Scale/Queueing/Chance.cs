namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>Random times, the same for the same seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Exponential, of mean 1.</summary>
    public double Exponential() => -Math.Log(1 - _random.NextDouble());

    /// <summary>A service time.</summary>
    public double Around(double mean, Spread spread) => spread switch
    {
        Spread.Exponential => mean * Exponential(),
        Spread.Some => mean / 4 * -Math.Log(
            (1 - _random.NextDouble()) * (1 - _random.NextDouble()) * (1 - _random.NextDouble()) * (1 - _random.NextDouble())),
        _ => mean,
    };
}
