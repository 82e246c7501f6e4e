namespace SoraFunctions.World.Scenes;

/// <summary>Everything that moves, at one instant.</summary>
/// <param name="Camera">The camera.</param>
/// <param name="Poses">One pose per instance of the stage, in the same order.</param>
public sealed record FrameState(CameraPose Camera, Pose[] Poses)
{
    /// <summary>Seconds since the shot began: water moves with it.</summary>
    public double Time { get; init; }

    /// <summary>One per deforming instance of the stage, in the order of the instances.</summary>
    public IReadOnlyList<Deformation> Deformations { get; init; } = [];

    /// <summary>What is in the air; the kinds are those of <see cref="Stage.Particles"/>.</summary>
    public Particle[] Particles { get; init; } = [];

    /// <summary>How the water of <see cref="GroundPattern.Water"/> is moved; null while it only has its own waves.</summary>
    public WaterSurface? Water { get; init; }
}
