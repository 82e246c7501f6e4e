using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>How surfaces answer the light that reaches them.</summary>
internal static class Shading
{
    /// <summary>Roughness of the varnish that <see cref="Scenes.Material.ClearCoat"/> adds.</summary>
    public const float CoatRoughness = 0.06f;

    /// <summary>How far a surface's reflection is traced: 1 up to satin, 0 from matt on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Traced(Wide roughness) => Wide.One - SmoothStep(All(0.35f), All(0.6f), roughness);

    /// <summary>Radiance towards the viewer from opaque bodies.</summary>
    /// <param name="lighting">The light.</param>
    /// <param name="point">The surface.</param>
    /// <param name="view">Direction of the ray that came to it.</param>
    /// <param name="visible">What reaches it.</param>
    /// <param name="mirrored">Traced reflection, premultiplied.</param>
    /// <param name="cover">Where the traced reflection counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 Body(
        Lighting lighting, in SurfacePoint point, in Wide3 view, in Visibility visible, in Wide3 mirrored, Wide cover)
    {
        var cosine = Min(Max(-Wide3.Dot(view, point.Normal), All(1e-3f)), Wide.One);
        var reflected = Wide3.Reflect(view, point.Normal);
        var r = (point.Index - Wide.One) * Inverse(point.Index + Wide.One);
        var dielectric = r * r;
        var f0 = Wide3.Lerp(new Wide3(dielectric, dielectric, dielectric), point.Base, point.Metallic);
        var diffuse = point.Base * (Wide.One - point.Metallic) * lighting.Diffuse(point.AtMiddle, point.Normal, visible);
        var traced = Traced(point.Roughness);
        var lobe = lighting.Mirrored(point.Position, reflected, point.Roughness, visible, traced);
        var hidden = cover * traced;
        var colour = diffuse + Lighting.Reflectance(f0, point.Roughness, cosine) * (lobe * (Wide.One - hidden) + mirrored * traced);
        if (Any(Vector512.GreaterThan(point.Coat, Wide.Zero)))
        {
            var smooth = All(CoatRoughness);
            var coat = lighting.Mirrored(point.Position, reflected, smooth, visible, Wide.One) * (Wide.One - cover) + mirrored;
            var share = Lighting.Reflectance(Wide3.Zero + new Wide3(All(0.04f), All(0.04f), All(0.04f)), smooth, cosine).X * point.Coat;
            colour = Wide3.Lerp(colour, coat, share);
        }

        return colour + point.Emission;
    }

    /// <summary>Radiance towards the viewer from the ground, with the backdrop taking over in the distance.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="point">On the plane.</param>
    /// <param name="view">Direction of the ray that came to it.</param>
    /// <param name="ground">What is there.</param>
    /// <param name="visible">What light reaches it.</param>
    /// <param name="distant">How far it has turned into the backdrop.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 Ground(
        Take take, in Wide3 point, in Wide3 view, in GroundSample ground, in Visibility visible, Wide distant)
    {
        var lighting = take.Lighting;
        var cosine = Min(Max(-Wide3.Dot(view, ground.Normal), All(1e-3f)), Wide.One);
        var reflected = Wide3.Reflect(view, ground.Normal);
        reflected = new Wide3(reflected.X, Vector512.Abs(reflected.Y), reflected.Z);
        var f0 = new Wide3(ground.Reflectance, ground.Reflectance, ground.Reflectance);
        var share = Lighting.Reflectance(f0, ground.Roughness, cosine);
        if (take.Ground.Flat)
        {
            var settled = ground.Albedo * visible.Bounce + share * visible.Mirror;
            return Wide3.Lerp(settled, lighting.Backdrop.Radiance(view), distant);
        }

        var colour = ground.Emission + ground.Albedo * lighting.Diffuse(take.Floor.Lit(point), ground.Normal, visible);
        // Seen flat, a rough ground mirrors in streaks: its lobe narrows sideways.
        var lobe = lighting.Mirrored(
            point, reflected, ground.Roughness * Fma(cosine, All(0.6f), All(0.4f)), visible, Traced(ground.Roughness));
        colour += share * (lobe * (Wide.One - visible.MirrorCover) + visible.Mirror);
        return Wide3.Lerp(colour, lighting.Backdrop.Radiance(view), distant);
    }
}
