using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics;

/// <summary>How a body resists being moved and turned.</summary>
/// <param name="Mass">In kilograms.</param>
/// <param name="Centre">Centre of mass in the space it was measured in, in metres.</param>
/// <param name="Inertia">About the centre of mass, in kg m2.</param>
public readonly record struct MassProperties(double Mass, Vector3d Centre, Symmetric3 Inertia)
{
    /// <summary>
    /// Of a closed mesh of uniform density (kg/m3): volume integrals by the divergence theorem, one tetrahedron from the origin per
    /// triangle (Tonon, "Explicit exact formulas for the 3-D tetrahedron inertia tensor", 2004).
    /// </summary>
    public static MassProperties Of(IEnumerable<Mesh> meshes, double density)
    {
        double volume = 0, xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
        Vector3d moment = default;
        foreach (var mesh in meshes)
        {
            for (var i = 0; i < mesh.Indices.Length; i += 3)
            {
                var a = Vector3d.From(mesh.Positions[mesh.Indices[i]]);
                var b = Vector3d.From(mesh.Positions[mesh.Indices[i + 1]]);
                var c = Vector3d.From(mesh.Positions[mesh.Indices[i + 2]]);
                var sixfold = Vector3d.Dot(a, Vector3d.Cross(b, c));
                volume += sixfold / 6;
                moment += (a + b + c) * (sixfold / 24);
                xx += sixfold / 120 * Product(a.X, b.X, c.X, a.X, b.X, c.X);
                yy += sixfold / 120 * Product(a.Y, b.Y, c.Y, a.Y, b.Y, c.Y);
                zz += sixfold / 120 * Product(a.Z, b.Z, c.Z, a.Z, b.Z, c.Z);
                xy += sixfold / 120 * Product(a.X, b.X, c.X, a.Y, b.Y, c.Y);
                xz += sixfold / 120 * Product(a.X, b.X, c.X, a.Z, b.Z, c.Z);
                yz += sixfold / 120 * Product(a.Y, b.Y, c.Y, a.Z, b.Z, c.Z);
            }
        }

        var centre = moment / volume;
        xx -= volume * centre.X * centre.X;
        yy -= volume * centre.Y * centre.Y;
        zz -= volume * centre.Z * centre.Z;
        xy -= volume * centre.X * centre.Y;
        xz -= volume * centre.X * centre.Z;
        yz -= volume * centre.Y * centre.Z;
        return new(density * volume, centre, new Symmetric3(yy + zz, xx + zz, xx + yy, -xy, -xz, -yz) * density);
    }

    /// <summary>Of a solid ball.</summary>
    public static MassProperties Ball(double radius, double density)
    {
        var mass = density * 4 / 3 * Math.PI * radius * radius * radius;
        var inertia = 0.4 * mass * radius * radius;
        return new(mass, default, new(inertia, inertia, inertia, 0, 0, 0));
    }

    /// <summary>Of a solid block.</summary>
    public static MassProperties Block(Vector3d size, double density)
    {
        var mass = density * size.X * size.Y * size.Z;
        double x = size.X * size.X, y = size.Y * size.Y, z = size.Z * size.Z;
        return new(mass, default, new Symmetric3(y + z, x + z, x + y, 0, 0, 0) * (mass / 12));
    }

    /// <summary>Of a solid cylinder along y.</summary>
    public static MassProperties Cylinder(double radius, double height, double density)
    {
        var mass = density * Math.PI * radius * radius * height;
        var across = mass * ((3 * radius * radius) + (height * height)) / 12;
        return new(mass, default, new(across, 0.5 * mass * radius * radius, across, 0, 0, 0));
    }

    /// <summary>Of several bodies as one, about their common centre of mass.</summary>
    /// <param name="parts">Measured in one space: their centres and axes must be of that space.</param>
    public static MassProperties Sum(IEnumerable<MassProperties> parts)
    {
        MassProperties[] all = [.. parts];
        var mass = all.Sum(part => part.Mass);
        var centre = all.Aggregate(Vector3d.Zero, (sum, part) => sum + (part.Centre * (part.Mass / mass)));
        var inertia = all.Aggregate(default(Symmetric3), (sum, part) => sum + part.Inertia + Shifted(part.Mass, part.Centre - centre));
        return new(mass, centre, inertia);
    }

    /// <summary>The same body turned, then moved, within the space it was measured in.</summary>
    /// <param name="turn">Rotation about the origin of that space.</param>
    /// <param name="by">Metres.</param>
    public MassProperties Placed(Rotation turn, Vector3d by) => new(Mass, turn.Turn(Centre) + by, Inertia.Seen(turn));

    // The parallel axis theorem: what a mass at an offset adds.
    private static Symmetric3 Shifted(double mass, Vector3d by) => new Symmetric3(
        (by.Y * by.Y) + (by.Z * by.Z),
        (by.X * by.X) + (by.Z * by.Z),
        (by.X * by.X) + (by.Y * by.Y),
        -by.X * by.Y,
        -by.X * by.Z,
        -by.Y * by.Z) * mass;

    // The sum over ordered pairs of vertices that a quadratic moment of a tetrahedron with one vertex in the origin comes to.
    private static double Product(double a, double b, double c, double u, double v, double w) =>
        (2 * ((a * u) + (b * v) + (c * w))) + (a * v) + (b * u) + (a * w) + (c * u) + (b * w) + (c * v);
}
