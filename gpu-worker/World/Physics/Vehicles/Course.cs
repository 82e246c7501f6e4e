namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>A way over level ground: arcs that pass into each other without a corner.</summary>
public sealed class Course
{
    private readonly List<(double From, double Curvature, double X, double Z, double Heading)> _arcs = [];

    /// <summary>Lays one so that it ends somewhere.</summary>
    /// <param name="x">Of the end.</param>
    /// <param name="z">Of the end.</param>
    /// <param name="heading">At the end, in radians: 0 towards +z, growing towards +x.</param>
    /// <param name="arcs">Lengths in metres and curvatures in 1/m, to the left positive, from the start on.</param>
    public Course(double x, double z, double heading, IReadOnlyList<(double Length, double Curvature)> arcs)
    {
        Length = arcs.Sum(arc => arc.Length);
        var from = Length;
        foreach (var (length, curvature) in arcs.Reverse())
        {
            var back = Along(x, z, heading, curvature, -length);
            (x, z, heading, from) = (back.X, back.Z, back.Heading, from - length);
            _arcs.Insert(0, (from, curvature, x, z, heading));
        }
    }

    /// <summary>Its length in metres.</summary>
    public double Length { get; }

    /// <summary>The point, heading and curvature at a length from its start; beyond its ends it goes on as it was.</summary>
    public (double X, double Z, double Heading, double Curvature) At(double length)
    {
        var last = _arcs.Count - 1;
        while (last > 0 && _arcs[last].From > length)
        {
            last--;
        }

        var (from, curvature, x, z, heading) = _arcs[last];
        var at = Along(x, z, heading, curvature, length - from);
        return (at.X, at.Z, at.Heading, curvature);
    }

    private static (double X, double Z, double Heading) Along(double x, double z, double heading, double curvature, double length)
    {
        // The chord of an arc, whose half angle's sine over itself is 1 for a straight line.
        var half = 0.5 * curvature * length;
        var chord = length * (Math.Abs(half) < 1e-6 ? 1 : Math.Sin(half) / half);
        return (x + (chord * Math.Sin(heading + half)), z + (chord * Math.Cos(heading + half)), heading + (2 * half));
    }
}
