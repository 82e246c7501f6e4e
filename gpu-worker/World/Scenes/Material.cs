using System.Numerics;

namespace SoraFunctions.World.Scenes;

/// <summary>How a surface answers light: metallic-roughness as in glTF 2.0, with clear coat and transmission.</summary>
public sealed record Material
{
    /// <summary>Linear colour, seen where no picture covers it.</summary>
    public Vector3 Colour { get; init; } = new(0.8f);

    /// <summary>Picture over the colour; its alpha blends the picture onto the colour, or as <see cref="Cover"/> says.</summary>
    public Texture? Picture { get; init; }

    /// <summary>What the picture's alpha means.</summary>
    public Cover Cover { get; init; }

    /// <summary>Alpha below which <see cref="Cover.CutOut"/> makes a hole.</summary>
    public float Cutoff { get; init; } = 0.5f;

    /// <summary>Whether the picture multiplies <see cref="Colour"/>, as in glTF, instead of hiding it.</summary>
    public bool Tinted { get; init; }

    /// <summary>Alpha of the whole under <see cref="Cover.Blended"/>, times that of the picture.</summary>
    public float Opacity { get; init; } = 1;

    /// <summary>Normals in tangent space (glTF: +y up the picture); null for the mesh's own.</summary>
    public Texture? NormalMap { get; init; }

    /// <summary>Factor of the normal map's x and y.</summary>
    public float NormalScale { get; init; } = 1;

    /// <summary>Factors of roughness (green) and metallic (blue); null for one everywhere.</summary>
    public Texture? SurfaceMap { get; init; }

    /// <summary>Light of the surroundings that reaches the surface (red); null for all.</summary>
    public Texture? OcclusionMap { get; init; }

    /// <summary>How much of the occlusion map counts, 0 to 1.</summary>
    public float OcclusionStrength { get; init; } = 1;

    /// <summary>Picture that multiplies <see cref="Emission"/>; null for none.</summary>
    public Texture? EmissionMap { get; init; }

    /// <summary>Perceptual roughness, 0.03 mirror to 1 chalk.</summary>
    public float Roughness { get; init; } = 0.4f;

    /// <summary>0 dielectric, 1 metal.</summary>
    public float Metallic { get; init; }

    /// <summary>Strength of a smooth varnish on top, 0 to 1.</summary>
    public float ClearCoat { get; init; }

    /// <summary>Perceptual roughness of the varnish.</summary>
    public float ClearCoatRoughness { get; init; } = 0.06f;

    /// <summary>Part of the light from behind that shines through diffusely, 0 to 1: leaves, cloth, wax.</summary>
    public float Translucency { get; init; }

    /// <summary>Part of the light that goes through, 0 to 1: glass, ice, liquid.</summary>
    public float Transmission { get; init; }

    /// <summary>Refractive index of what transmits.</summary>
    public float RefractiveIndex { get; init; } = 1.5f;

    /// <summary>Whether what transmits is a thin skin that does not bend light: a bubble, a bag.</summary>
    public bool ThinWalled { get; init; }

    /// <summary>Linear light that it gives off, in the units of <see cref="AreaLight.Radiance"/>.</summary>
    public Vector3 Emission { get; init; }
}
