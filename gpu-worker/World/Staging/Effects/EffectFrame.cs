using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging.Effects;

/// <summary>An effect at one instant.</summary>
internal sealed record EffectFrame
{
    /// <summary>One pose per instance of the effect.</summary>
    public IReadOnlyList<Pose> Poses { get; init; } = [];

    /// <summary>One per deforming instance of the effect.</summary>
    public IReadOnlyList<Deformation> Deformations { get; init; } = [];

    /// <summary>Its particles, with the effect's own kinds.</summary>
    public Particle[] Particles { get; init; } = [];

    /// <summary>The water, when the effect is water; null otherwise.</summary>
    public WaterSurface? Water { get; init; }
}
