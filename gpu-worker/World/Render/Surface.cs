using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Render;

/// <summary>A material made ready for shading.</summary>
internal sealed class Surface(Material material)
{
    public Vector3 Colour { get; } = material.Colour;

    public TextureSampler? Picture { get; } = material.Picture is { } picture ? new TextureSampler(picture) : null;

    public bool CutOut { get; } = material.Cover == Cover.CutOut && material.Picture is not null;

    public float Roughness { get; } = Math.Clamp(material.Roughness, 0.03f, 1);

    public float Metallic { get; } = material.Metallic;

    public float ClearCoat { get; } = material.ClearCoat;

    public float Transmission { get; } = material.Transmission;

    public float RefractiveIndex { get; } = MathF.Max(1.01f, material.RefractiveIndex);

    public Vector3 Emission { get; } = material.Emission;

    /// <summary>Mirror reflection at normal incidence (Fresnel for an interface with air).</summary>
    public float Reflectance => MathF.Pow((RefractiveIndex - 1) / (RefractiveIndex + 1), 2);

    /// <summary>Part of a lamp's light that gets through: refraction spreads the rest into caustics that are not followed.</summary>
    public float ShadowLight => Transmission * (0.25f + 0.5f * (Colour.X + Colour.Y + Colour.Z) / 3);
}
