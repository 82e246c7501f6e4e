namespace SoraFunctions.World.Physics;

/// <summary>Writes down how hard and how fast bodies slide and roll on each other, pair by pair.</summary>
internal sealed class RubbingLog
{
    /// <summary>Length in seconds of what is written as one.</summary>
    public const double Step = 0.01;

    // Speed in m/s below which nothing is heard.
    private const double Slowest = 0.004;

    private readonly Dictionary<(int A, int B), List<Sum>> _pairs = [];

    /// <summary>The pairs in the order in which they first rubbed, each with its rubs in order of time; gaps are left out.</summary>
    public IEnumerable<(int First, int Second, IReadOnlyList<Rub> Rubs)> Pairs =>
        _pairs.Select(pair => (pair.Key.A, pair.Key.B, (IReadOnlyList<Rub>)[.. pair.Value.Select(sum => sum.Mean)]));

    /// <summary>Notes what a pair did in a step that is over.</summary>
    /// <param name="manifold">The pair.</param>
    /// <param name="time">When the step began.</param>
    public void Note(Manifold manifold, double time)
    {
        Sum sum = default;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref readonly var point = ref manifold.Points[i];
            if (point.Normal <= 0)
            {
                continue;
            }

            var turning = Vector3d.Cross(manifold.Second.AngularVelocity - manifold.First.AngularVelocity, point.OffsetB);
            var slip = Along(manifold.Second.VelocityAt(point.OffsetB) - manifold.First.VelocityAt(point.OffsetA), manifold.Normal);
            sum.Impulse += point.Normal;
            sum.Slip += point.Normal * slip;
            sum.Roll += point.Normal * Along(turning, manifold.Normal);
            sum.Place += (manifold.Second.Position + point.OffsetB) * point.Normal;
        }

        if (sum.Impulse <= 0 || sum.Slip + sum.Roll < Slowest * sum.Impulse)
        {
            return;
        }

        sum.Bin = (long)Math.Floor(time / Step);
        if (!_pairs.TryGetValue((manifold.A, manifold.B), out var sums))
        {
            _pairs[(manifold.A, manifold.B)] = sums = [];
        }

        if (sums.Count > 0 && sums[^1].Bin == sum.Bin)
        {
            sums[^1] = sums[^1].And(sum);
        }
        else
        {
            sums.Add(sum);
        }
    }

    private static double Along(Vector3d velocity, Vector3d normal) => (velocity - (normal * Vector3d.Dot(velocity, normal))).Length;

    private struct Sum
    {
        public long Bin;
        public double Impulse;
        public double Slip;
        public double Roll;
        public Vector3d Place;

        public readonly Rub Mean => new(Bin * Step, Impulse / Step, Slip / Impulse, Roll / Impulse, Place / Impulse);

        public readonly Sum And(Sum other) => new()
        {
            Bin = Bin, Impulse = Impulse + other.Impulse, Slip = Slip + other.Slip, Roll = Roll + other.Roll, Place = Place + other.Place,
        };
    }
}
