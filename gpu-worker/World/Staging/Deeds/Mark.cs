using SoraFunctions.World.Physics;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging.Deeds;

/// <summary>How one body begins a shot. Times count from the first frame.</summary>
/// <param name="Piece">What it is.</param>
/// <param name="Position">Of its centre of mass.</param>
internal sealed record Mark(Piece Piece, Vector3d Position)
{
    /// <summary>From its own space to the world's.</summary>
    public Rotation Orientation { get; init; } = Rotation.Identity;

    /// <summary>Metres a second.</summary>
    public Vector3d Velocity { get; init; }

    /// <summary>Radians a second.</summary>
    public Vector3d AngularVelocity { get; init; }

    /// <summary>Where a motor holds it; null for a free body.</summary>
    public Func<double, (Vector3d Position, Rotation Orientation)>? Motor { get; init; }

    /// <summary>When it begins to take part; long before the first frame unless set.</summary>
    public double Release { get; init; } = double.MinValue;

    /// <summary>Whether it is there from the start: a shard is not.</summary>
    public bool Present { get; init; } = true;

    /// <summary>Its surface in contact, where the deed needs another than its matter has.</summary>
    public Surface Surface { get; init; } = Matters.Of(Piece.Subject.Matter).Surface;

    /// <summary>Standing on the ground at a place.</summary>
    public static Mark Standing(Piece piece, double x, double z, double yaw = 0) =>
        new(piece, new(x, piece.Rest, z)) { Orientation = Rotation.About(Vector3d.UnitY, yaw) };

    /// <summary>The same, turned about its own vertical.</summary>
    public Mark Turned(double yaw)
    {
        var turn = Rotation.About(Vector3d.UnitY, yaw);
        return this with { Orientation = turn * Orientation, AngularVelocity = turn.Turn(AngularVelocity) };
    }

    /// <summary>A body that begins so.</summary>
    /// <param name="start">Seconds simulated before the first frame.</param>
    public Body Body(double start)
    {
        var motor = Motor;
        return new()
        {
            Shape = Piece.Shape,
            Surface = Surface,
            Mass = Piece.Mass,
            Air = Piece.Air,
            Position = motor?.Invoke(-start).Position ?? Position,
            Orientation = motor?.Invoke(-start).Orientation ?? Orientation,
            Velocity = Velocity,
            AngularVelocity = AngularVelocity,
            Motor = motor is null ? null : time => motor(time - start),
            Release = Release + start,
            Present = Present,
        };
    }
}
