using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>How a surface answers light: metallic-roughness as in glTF 2.0, with clear coat and transmission.</summary>
public sealed record Material
{
    /// <summary>Linear colour, seen where no picture covers it.</summary>
    public Vector3 Colour { get; init; } = new(0.8f);

    /// <summary>Picture over the colour; its alpha blends the picture onto the colour, or cuts out when <see cref="CutOut"/> is set.</summary>
    public Texture? Picture { get; init; }

    /// <summary>Whether the picture's alpha below one half makes a hole.</summary>
    public bool CutOut { get; init; }

    /// <summary>Perceptual roughness, 0.03 mirror to 1 chalk.</summary>
    public float Roughness { get; init; } = 0.4f;

    /// <summary>0 dielectric, 1 metal.</summary>
    public float Metallic { get; init; }

    /// <summary>Strength of a smooth varnish on top, 0 to 1.</summary>
    public float ClearCoat { get; init; }

    /// <summary>Part of the light that goes through, 0 to 1: glass, ice, liquid.</summary>
    public float Transmission { get; init; }

    /// <summary>Refractive index of what transmits.</summary>
    public float RefractiveIndex { get; init; } = 1.5f;

    /// <summary>Linear light that it gives off, in the units of <see cref="AreaLight.Radiance"/>.</summary>
    public Vector3 Emission { get; init; }
}
