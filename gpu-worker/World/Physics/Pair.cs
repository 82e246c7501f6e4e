namespace SoraFunctions.World.Physics;

/// <summary>Two bodies that are near each other.</summary>
internal sealed class Pair(int a, int b)
{
    public int A => a;

    public int B => b;

    /// <summary>The parts of them that have touched since they came near.</summary>
    public List<Manifold> Manifolds { get; } = [];

    /// <summary>Metres that they are apart at least; less than the reach of a step means that it must be looked at closely.</summary>
    public double Apart { get; set; }

    /// <summary>Direction from the first to the second when last looked at; 0 for unknown.</summary>
    public Vector3d Towards { get; set; }

    /// <summary>The sweep that last found them near.</summary>
    public long Swept { get; set; }

    public Manifold? Of((int A, int B) parts)
    {
        foreach (var manifold in Manifolds)
        {
            if (manifold.Parts == parts)
            {
                return manifold;
            }
        }

        return null;
    }
}
