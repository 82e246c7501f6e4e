using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>What is seen behind everything, and what lights it from all around. Linear colours.</summary>
public sealed record Backdrop
{
    /// <summary>Straight up.</summary>
    public Vector3 Zenith { get; init; } = new(0.9f);

    /// <summary>At the level of the eye.</summary>
    public Vector3 Horizon { get; init; } = new(0.8f);

    /// <summary>A round glow on the backdrop behind the subject: spotlight or sun.</summary>
    public Vector3 Glow { get; init; }

    /// <summary>Direction from the origin to the glow's middle; unit length.</summary>
    public Vector3 GlowDirection { get; init; } = -Vector3.UnitZ;

    /// <summary>Half-width of the glow in radians.</summary>
    public float GlowSize { get; init; } = 0.5f;

    /// <summary>Number of out-of-focus lamps scattered over the backdrop; 0 to 60.</summary>
    public int Lamps { get; init; }

    /// <summary>Brightness of the light that comes from all around, 1 = as seen.</summary>
    public float Ambient { get; init; } = 1;

    /// <summary>A sky in place of the gradient; null for the gradient.</summary>
    public Sky? Sky { get; init; }

    /// <summary>A picture of the surroundings that lights and is mirrored, and is seen when it says so; null for none.</summary>
    public Panorama? Panorama { get; init; }

    /// <summary>Number of stars; 0 to 4000.</summary>
    public int Stars { get; init; }

    /// <summary>A planet before the stars; null for none.</summary>
    public DistantPlanet? Planet { get; init; }
}
