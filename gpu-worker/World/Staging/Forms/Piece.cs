using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Physics;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms.Figures;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>A subject made: what the renderer draws and what the solver moves. The origin is the centre of mass.</summary>
internal sealed record Piece
{
    /// <summary>Who it is.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Meshes with their materials.</summary>
    public required IReadOnlyList<Instance> Parts { get; init; }

    /// <summary>Its collision shape.</summary>
    public required Shape Shape { get; init; }

    /// <summary>How it resists.</summary>
    public required MassProperties Mass { get; init; }

    /// <summary>Outer width, height and depth in metres.</summary>
    public required Vector3 Size { get; init; }

    /// <summary>Height of the centre of mass when it stands.</summary>
    public required double Rest { get; init; }

    /// <summary>How it can roll.</summary>
    public Rolling Rolling { get; init; }

    /// <summary>Whether it has a front that wants to face the camera.</summary>
    public bool HasFace { get; init; }

    /// <summary>Angle in radians about the vertical at which it looks best.</summary>
    public double BestYaw { get; init; }

    /// <summary>How air acts on it.</summary>
    public AirPlate? Air { get; init; }

    /// <summary>How its parts stand in it at a time in seconds, in their order; null when they only move together.</summary>
    public Func<double, IReadOnlyList<PartState>>? Motion { get; init; }

    /// <summary>The jointed body that this is one posture of; null for what has no joints.</summary>
    public Figure? Figure { get; init; }

    /// <summary>Radius in metres of the circle on the ground that it needs when it stands.</summary>
    public double Footprint => 0.5 * Math.Sqrt((Size.X * Size.X) + (Size.Z * Size.Z));

    /// <summary>From a drawing, moved so that its centre of mass is the origin.</summary>
    public static Piece Of(Subject subject, Draft draft, Matters matter)
    {
        var mass = draft.Mass ?? MassProperties.Of(draft.Parts.Select(part => part.Mesh), matter.Density);
        var shift = mass.Centre.ToSingle();
        return new()
        {
            Subject = subject,
            Parts = [.. draft.Parts.Select((part, i) => new Instance(Moved(part.Mesh, -shift), part.Material) { Deforms = draft.Deforms.ElementAtOrDefault(i) })],
            Shape = draft.Shape(mass.Centre),
            Mass = mass with { Centre = default },
            Size = draft.Size,
            Rest = mass.Centre.Y,
            Rolling = draft.Rolling,
            HasFace = draft.HasFace,
            BestYaw = draft.BestYaw,
            Air = draft.Air,
            Figure = draft.Figure,
            Motion = draft.Motion is { } motion ? new Replay(time => [.. motion(time).Select(state => state.Moved(1, -shift))]).At : null,
        };
    }

    private static Mesh Moved(Mesh mesh, Vector3 by) => mesh with { Positions = [.. mesh.Positions.Select(p => p + by)] };
}
