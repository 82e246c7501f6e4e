namespace SoraFunctions.World.Scenes;

/// <summary>All of a shot that does not move: surroundings, lamps, and the bodies whose poses come with each frame.</summary>
public sealed record Stage
{
    /// <summary>The bodies; frames give their poses in this order.</summary>
    public required IReadOnlyList<Instance> Instances { get; init; }

    /// <summary>The plane they stand on.</summary>
    public Ground Ground { get; init; } = new();

    /// <summary>What is behind and around.</summary>
    public Backdrop Backdrop { get; init; } = new();

    /// <summary>The lamps, key light first; 1 to 4.</summary>
    public required IReadOnlyList<AreaLight> Lights { get; init; }

    /// <summary>Multiplier before tone mapping.</summary>
    public float Exposure { get; init; } = 1;

    /// <summary>White balance and mood of the grade, -1 cool to 1 warm.</summary>
    public float Warmth { get; init; }

    /// <summary>How the picture is graded.</summary>
    public Grade Grade { get; init; } = new();

    /// <summary>The looks of particles, by their kind.</summary>
    public IReadOnlyList<ParticleLook> Particles { get; init; } = [];

    /// <summary>Density of haze: part of the light that is lost on a metre; 0 for clear air.</summary>
    public float Haze { get; init; }

    /// <summary>Seed of everything random in the picture: noise, lamps, veins.</summary>
    public long Seed { get; init; }
}
