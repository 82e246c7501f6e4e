namespace SoraFunctions.World.Physics.Cloth;

/// <summary>
/// Points joined by links, moved by extended position-based dynamics with one pass in each of many small steps (Macklin, Mueller and
/// Chentanez, "XPBD", 2016; Macklin et al., "Small steps in physics simulation", 2019). Cloth, ropes and ribbons are made of them.
/// </summary>
internal sealed class Strands
{
    // Part of its speed that a point loses in a second by what the threads rub on each other.
    private const double Damping = 0.6;

    private readonly Link[] _soft;
    private readonly Link[] _stiff;
    private bool _backwards;

    public Strands(Vector3d[] places, double[] inverseMasses, IReadOnlyList<Link> links)
    {
        Places = places;
        Before = [.. places];
        Velocities = new Vector3d[places.Length];
        InverseMasses = inverseMasses;
        _soft = [.. links.Where(link => link.Compliance > 0)];
        _stiff = [.. links.Where(link => link.Compliance == 0)];
    }

    public Vector3d[] Places { get; }

    public Vector3d[] Before { get; }

    public Vector3d[] Velocities { get; }

    /// <summary>0 for a pinned point.</summary>
    public double[] InverseMasses { get; }

    /// <summary>Longest of the threads that do not give, against its length: 0.03 for three hundredths too long.</summary>
    public double Stretch => _stiff.Max(link => (Places[link.A] - Places[link.B]).Length / link.Length) - 1;

    /// <summary>Moves every free point by its speed.</summary>
    public void Predict(Vector3d gravity, double step)
    {
        var kept = Math.Exp(-Damping * step);
        for (var i = 0; i < Places.Length; i++)
        {
            Before[i] = Places[i];
            if (InverseMasses[i] > 0)
            {
                Velocities[i] = (Velocities[i] + (gravity * step)) * kept;
                Places[i] += Velocities[i] * step;
            }
        }
    }

    /// <summary>Brings every link nearer to its length: what gives once, threads twice, along and against their order.</summary>
    public void Pull(double step)
    {
        var stiff = 1 / (step * step);
        foreach (ref readonly var link in _soft.AsSpan())
        {
            Pull(link, link.Compliance * stiff);
        }

        for (var pass = 0; pass < 2; pass++)
        {
            _backwards = !_backwards;
            for (var i = 0; i < _stiff.Length; i++)
            {
                Pull(_stiff[_backwards ? _stiff.Length - 1 - i : i], 0);
            }
        }
    }

    /// <summary>Speeds from the way that was gone.</summary>
    public void Settle(double step)
    {
        for (var i = 0; i < Places.Length; i++)
        {
            Velocities[i] = (Places[i] - Before[i]) / step;
        }
    }

    private void Pull(in Link link, double give)
    {
        double a = InverseMasses[link.A], b = InverseMasses[link.B];
        if (a + b == 0)
        {
            return;
        }

        var apart = Places[link.B] - Places[link.A];
        var length = apart.Length;
        var pull = (length - link.Length) / ((a + b + give) * Math.Max(length, 1e-12));
        Places[link.A] += apart * (a * pull);
        Places[link.B] -= apart * (b * pull);
    }
}
