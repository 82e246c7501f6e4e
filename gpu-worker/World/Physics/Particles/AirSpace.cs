namespace SoraFunctions.World.Physics.Particles;

/// <summary>The room that particles fill: a box in metres, and how the air in it moves.</summary>
/// <param name="Low">Its corner with the least coordinates.</param>
/// <param name="High">Its opposite corner.</param>
/// <param name="Floor">Height on which particles land.</param>
/// <param name="Wind">In metres a second.</param>
/// <param name="Seed">Same seed, same particles.</param>
public sealed record AirSpace(Vector3d Low, Vector3d High, double Floor, Vector3d Wind, long Seed)
{
    /// <summary>Length of its edges in metres.</summary>
    public Vector3d Size => High - Low;

    /// <summary>A place in it.</summary>
    /// <param name="x">0 to 1 from the low to the high side.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="z">Likewise.</param>
    internal Vector3d At(double x, double y, double z) => Low + new Vector3d(Size.X * x, Size.Y * y, Size.Z * z);

    /// <summary>The same place after drifting, brought back to the box at its other side.</summary>
    internal Vector3d Wrapped(Vector3d place) => new(
        Low.X + Modulo(place.X - Low.X, Size.X),
        Low.Y + Modulo(place.Y - Low.Y, Size.Y),
        Low.Z + Modulo(place.Z - Low.Z, Size.Z));

    /// <summary>The remainder that is never negative.</summary>
    internal static double Modulo(double value, double length) => value - (length * Math.Floor(value / length));
}
