using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>A planet in the backdrop of a scene in space.</summary>
/// <param name="Direction">To its middle, unit length.</param>
/// <param name="Size">Half of the angle that it covers, in radians: 0.01 to 1.4; above 1 it fills the picture with its curved limb.</param>
/// <param name="Sun">Direction from which it is lit, unit length.</param>
public sealed record DistantPlanet(Vector3 Direction, float Size, Vector3 Sun)
{
    /// <summary>Linear colour of its seas in full light.</summary>
    public Vector3 Sea { get; init; } = new(0.01f, 0.05f, 0.16f);

    /// <summary>Linear colour of its land in full light.</summary>
    public Vector3 Land { get; init; } = new(0.12f, 0.13f, 0.06f);

    /// <summary>Linear light of its air at the limb.</summary>
    public Vector3 Air { get; init; } = new(0.22f, 0.52f, 1.15f);
}
