using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Small pits all over a sphere, as on the peel of an orange.</summary>
internal sealed class Pores
{
    private const int Cells = 24;

    private readonly List<Vector3>[] _cells = [.. Enumerable.Range(0, Cells * Cells * Cells).Select(_ => new List<Vector3>())];
    private readonly float _radius;

    /// <summary>Scatters the pits evenly, each a little out of place.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="count">How many.</param>
    public Pores(Random random, int count)
    {
        _radius = MathF.Min(1.35f / MathF.Sqrt(count), 1f / Cells);
        for (var i = 0; i < count; i++)
        {
            // Points on a spiral of the golden angle are as far apart everywhere.
            float y = 1 - ((2 * (i + 0.5f)) / count), across = MathF.Sqrt(1 - (y * y)), angle = i * 2.399963f;
            Vector3 chance = new(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
            var pit = Vector3.Normalize(new Vector3(across * MathF.Cos(angle), y, across * MathF.Sin(angle)) + (chance * 1.2f * _radius));
            _cells[Cell((pit + Vector3.One) * (Cells / 2f))].Add(pit);
        }
    }

    /// <summary>Depth in a unit direction: 0 between the pits to 1 in the middle of one.</summary>
    public float At(Vector3 direction)
    {
        // A pit reaches no further than half a cell: of each axis only the nearer neighbour counts.
        var place = ((direction + Vector3.One) * (Cells / 2f)) - new Vector3(0.5f);
        var deepest = 0f;
        for (var k = 0; k < 8; k++)
        {
            foreach (var pit in _cells[Cell(place + new Vector3(k & 1, (k >> 1) & 1, k >> 2))])
            {
                var near = 1 - (Vector3.DistanceSquared(pit, direction) / (_radius * _radius));
                deepest = Math.Max(deepest, near > 0 ? near * near : 0);
            }
        }

        return deepest;
    }

    private static int Cell(Vector3 place) => Index(place.X) + (Cells * (Index(place.Y) + (Cells * Index(place.Z))));

    private static int Index(float place) => Math.Clamp((int)MathF.Floor(place), 0, Cells - 1);
}
