using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>What particles of one kind look like.</summary>
public sealed record ParticleLook
{
    /// <summary>How it is drawn.</summary>
    public ParticleShape Shape { get; init; }

    /// <summary>Linear colour of what it scatters.</summary>
    public Vector3 Colour { get; init; } = new(0.9f);

    /// <summary>Linear light that it gives off.</summary>
    public Vector3 Emission { get; init; }

    /// <summary>How much it hides in its middle, 0 to 1.</summary>
    public float Opacity { get; init; } = 1;
}
