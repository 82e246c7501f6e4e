using SoraFunctions.World.Chances;

namespace SoraFunctions.World.Physics.Particles;

/// <summary>
/// A gentle motion of air that neither gathers nor thins what it carries: the curl of a few sine waves (Bridson, Hourihan and Nordenstam,
/// "Curl-Noise for Procedural Fluid Flow", 2007).
/// </summary>
/// <param name="size">Size in metres of the largest eddies.</param>
/// <param name="seed">Another seed, other eddies.</param>
internal sealed class Eddies(double size, long seed)
{
    private const int Waves = 5;
    private readonly (Vector3d Across, Vector3d Number, double Pace, double Phase)[] _waves = [.. Enumerable.Range(0, Waves).Select(i => Wave(i, size, seed))];

    /// <summary>How far air at a place has been carried from its mean place, in parts of the eddies' size, each part about -1 to 1.</summary>
    public Vector3d Carried(Vector3d place, double time)
    {
        var sum = Vector3d.Zero;
        foreach (var (across, number, pace, phase) in _waves)
        {
            sum += across * Math.Sin(Vector3d.Dot(number, place) + (pace * time) + phase);
        }

        return sum * (1.0 / Waves);
    }

    // A transverse wave has no divergence: it moves things across the way it runs.
    private static (Vector3d, Vector3d, double, double) Wave(int index, double size, long seed)
    {
        var lot = new Lot(seed);
        var way = new Vector3d(lot.Between(-1, 1, index, 0), lot.Between(-1, 1, index, 1), lot.Between(-1, 1, index, 2)).Unit();
        var number = way * (Math.Tau / (size * lot.Between(0.6, 1.6, index, 3)));
        var across = Vector3d.Cross(way, way.Across());
        return (Rotation.About(way, lot.Of(index, 4) * Math.Tau).Turn(across) * 1.6, number, lot.Between(0.5, 1.4, index, 5), lot.Of(index, 6) * Math.Tau);
    }
}
