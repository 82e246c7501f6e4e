namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>Times, counted in classes 2 % wide: quantiles to 1 % without keeping every time.</summary>
internal sealed class Tally
{
    private const double Least = 1e-4;
    private static readonly double Width = Math.Log(1.02);
    private readonly int[] _classes = new int[1400];
    private double _sum;

    /// <summary>How many times.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean in seconds.</summary>
    public double Mean => Count == 0 ? 0 : _sum / Count;

    public void Add(double seconds)
    {
        Count++;
        _sum += seconds;
        var at = seconds < Least ? 0 : 1 + (int)(Math.Log(seconds / Least) / Width);
        _classes[Math.Min(at, _classes.Length - 1)]++;
    }

    /// <summary>Adds all times of another.</summary>
    public void Add(Tally other)
    {
        Count += other.Count;
        _sum += other._sum;
        for (var at = 0; at < _classes.Length; at++)
        {
            _classes[at] += other._classes[at];
        }
    }

    /// <summary>The time that the given part of all times does not exceed.</summary>
    /// <param name="part">0 to 1.</param>
    public double Quantile(double part)
    {
        var left = (long)Math.Ceiling(part * Count);
        for (var at = 0; at < _classes.Length; at++)
        {
            left -= _classes[at];
            if (left <= 0)
            {
                return at == 0 ? 0 : Least * Math.Exp((at - 0.5) * Width);
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>The part of all times that is at most so long.</summary>
    public double PartWithin(double seconds)
    {
        var last = seconds < Least ? 0 : 1 + (int)(Math.Log(seconds / Least) / Width);
        return Count == 0 ? 1 : _classes.Take(Math.Min(last + 1, _classes.Length)).Sum(count => (long)count) / (double)Count;
    }
}
