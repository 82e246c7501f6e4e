using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>A material made ready for shading.</summary>
internal sealed class Surface(Material material)
{
    public Vector3 Colour { get; } = material.Colour;

    public TextureSampler? Picture { get; } = Of(material.Picture);

    public TextureSampler? NormalMap { get; } = Of(material.NormalMap);

    public TextureSampler? SurfaceMap { get; } = Of(material.SurfaceMap);

    public TextureSampler? OcclusionMap { get; } = Of(material.OcclusionMap);

    public TextureSampler? EmissionMap { get; } = Of(material.EmissionMap);

    public bool Textured { get; } = (material.Picture ?? material.NormalMap ?? material.SurfaceMap ?? material.OcclusionMap
        ?? material.EmissionMap) is not null;

    /// <summary>Whether nothing but its colour differs from place to place of the picture, and no light is seen through it.</summary>
    public bool Plain { get; } = material is { NormalMap: null, SurfaceMap: null, OcclusionMap: null, Transmission: <= 0.05f };

    public bool Tinted { get; } = material.Tinted;

    public bool CutOut { get; } = material.Cover == Cover.CutOut && material.Picture is not null;

    public bool Blended { get; } = material.Cover == Cover.Blended;

    public float Cutoff { get; } = Math.Clamp(material.Cutoff, 0.004f, 1);

    public float Opacity { get; } = material.Cover == Cover.Blended ? material.Opacity : 1;

    public float NormalScale { get; } = material.NormalScale;

    public float OcclusionStrength { get; } = material.OcclusionStrength;

    public float Roughness { get; } = Math.Clamp(material.Roughness, 0.03f, 1);

    public float Metallic { get; } = material.Metallic;

    public float ClearCoat { get; } = material.ClearCoat;

    public float CoatRoughness { get; } = Math.Clamp(material.ClearCoatRoughness, 0.03f, 1);

    public float Translucency { get; } = material.Translucency;

    public float Transmission { get; } = material.Transmission;

    public float RefractiveIndex { get; } = MathF.Max(1.01f, material.RefractiveIndex);

    public bool ThinWalled { get; } = material.ThinWalled;

    public Vector3 Emission { get; } = material.Emission;

    /// <summary>
    /// Part of a lamp's light that gets through: what is not hidden, or of a clear body what refraction does not spread into caustics,
    /// which are not followed.
    /// </summary>
    public float ShadowLight => Blended
        ? 1 - Opacity
        : Transmission * (ThinWalled ? 0.9f : 0.25f + 0.5f * (Colour.X + Colour.Y + Colour.Z) / 3);

    /// <summary>Whether the picture covers a point of a triangle.</summary>
    /// <param name="triangle">The triangle's record in <see cref="MeshIndex.Attributes"/>.</param>
    /// <param name="u">Weight of the second corner.</param>
    /// <param name="v">Weight of the third corner.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public unsafe Wide Solid(float* triangle, Wide u, Wide v)
    {
        var x = Fma(u, All(triangle[11] - triangle[9]), Fma(v, All(triangle[13] - triangle[9]), All(triangle[9])));
        var y = Fma(u, All(triangle[12] - triangle[10]), Fma(v, All(triangle[14] - triangle[10]), All(triangle[10])));
        return Vector512.GreaterThanOrEqual(Picture!.Alpha(x, y), All(Cutoff));
    }

    private static TextureSampler? Of(Texture? texture) => texture is null ? null : new TextureSampler(texture);
}
