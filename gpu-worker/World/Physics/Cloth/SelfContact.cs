namespace SoraFunctions.World.Physics.Cloth;

/// <summary>Keeps points of one cloth apart that are not neighbours in it, by a grid of cells that is filled anew now and then.</summary>
internal sealed class SelfContact
{
    private readonly double _distance;
    private readonly Vector3d[] _rest;
    private readonly int[] _heads;
    private readonly int[] _nexts;
    private readonly List<(int A, int B)> _near = [];

    /// <summary>For points with their places on the flat cloth.</summary>
    /// <param name="rest">Those places.</param>
    /// <param name="distance">In metres: how near two points may come.</param>
    public SelfContact(Vector3d[] rest, double distance)
    {
        (_rest, _distance) = (rest, distance);
        _heads = new int[4096];
        _nexts = new int[rest.Length];
    }

    /// <summary>Finds what is near.</summary>
    public void Find(Vector3d[] places)
    {
        var cell = 1.5 * _distance;
        _near.Clear();
        Array.Fill(_heads, -1);
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i] / cell;
            long x = (long)Math.Floor(place.X), y = (long)Math.Floor(place.Y), z = (long)Math.Floor(place.Z);
            for (var k = 0; k < 27; k++)
            {
                for (var j = _heads[Bucket(x + (k % 3) - 1, y + (k / 3 % 3) - 1, z + (k / 9) - 1)]; j >= 0; j = _nexts[j])
                {
                    if ((places[i] - places[j]).LengthSquared < cell * cell && (_rest[i] - _rest[j]).LengthSquared > 4 * cell * cell)
                    {
                        _near.Add((j, i));
                    }
                }
            }

            var bucket = Bucket(x, y, z);
            (_nexts[i], _heads[bucket]) = (_heads[bucket], i);
        }
    }

    /// <summary>Moves apart what is too near.</summary>
    public void Push(Vector3d[] places, double[] inverseMasses)
    {
        foreach (var (a, b) in _near)
        {
            var apart = places[b] - places[a];
            var length = apart.Length;
            var sum = inverseMasses[a] + inverseMasses[b];
            if (length < _distance && length > 1e-9 && sum > 0)
            {
                var push = apart * (0.5 * (_distance - length) / (length * sum));
                places[a] -= push * inverseMasses[a];
                places[b] += push * inverseMasses[b];
            }
        }
    }

    private static int Bucket(long x, long y, long z) =>
        (int)((((ulong)x * 73856093) ^ ((ulong)y * 19349663) ^ ((ulong)z * 83492791)) & 4095);
}
