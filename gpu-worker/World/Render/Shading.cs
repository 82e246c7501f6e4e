using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>How surfaces answer the light that reaches them.</summary>
internal static class Shading
{
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
    public static Wide3 Body(
        Lighting lighting, in SurfacePoint point, in Wide3 view, in Visibility visible, in Wide3 mirrored, Wide cover) =>
        Respond(lighting, point, view, visible, mirrored, cover).Of(point.Base) + point.Emission;

    /// <summary>As <see cref="Body"/>, for any colour and without what the surface gives off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Response Respond(
        Lighting lighting, in SurfacePoint point, in Wide3 view, in Visibility visible, in Wide3 mirrored, Wide cover)
    {
        var cosine = Min(Max(-Wide3.Dot(view, point.Normal), All(1e-3f)), Wide.One);
        var reflected = Wide3.Reflect(view, point.Normal);
        var r = (point.Index - Wide.One) * Inverse(point.Index + Wide.One);
        var dull = Wide.One - point.Metallic;
        var lobe = lighting.Mirrored(point.Lit, reflected, point.Roughness, visible, point.Traced);
        var hidden = cover * point.Traced;
        var gloss = lobe * (Wide.One - hidden) + mirrored * point.Traced;
        // At a right angle a metal mirrors its colour, anything else a part that its refractive index tells (Fresnel).
        Lighting.Reflectance(point.Roughness, cosine, out var scale, out var bias);
        var coloured = gloss * (point.Metallic * scale);
        if (Any(Vector512.GreaterThan(dull, Wide.Zero))) coloured += Diffuse(lighting, point, visible) * dull;
        var clear = gloss * Fma(r * r * dull, scale, bias);
        if (Any(Vector512.GreaterThan(point.Coat, Wide.Zero)))
        {
            var smooth = point.CoatRoughness;
            var coat = lighting.Mirrored(point.Lit, reflected, smooth, visible, Wide.One) * (Wide.One - cover) + mirrored;
            Lighting.Reflectance(smooth, cosine, out scale, out bias);
            var share = Fma(All(0.04f), scale, bias) * point.Coat;
            coloured *= Wide.One - share;
            clear = Wide3.Lerp(clear, coat, share);
        }

        return new Response(coloured, clear);
    }

    /// <summary>Diffuse light from either side of what it is thin enough to shine through.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Diffuse(Lighting lighting, in SurfacePoint point, in Visibility visible)
    {
        var front = lighting.Diffuse(point.Lit, point.Normal, visible) * point.Occlusion;
        if (!Any(Vector512.GreaterThan(point.Translucency, Wide.Zero))) return front;
        // Towards lamps behind it nothing was traced; they count as in view.
        var back = lighting.Diffuse(point.Lit, -point.Normal, visible);
        return Wide3.Lerp(front, back, point.Translucency);
    }

    /// <summary>Radiance towards the viewer from the ground, with the backdrop taking over in the distance.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="view">Direction of the ray that came to it.</param>
    /// <param name="ground">What is there.</param>
    /// <param name="diffuse">Irradiance over pi.</param>
    /// <param name="mirrored">Radiance that it mirrors.</param>
    /// <param name="distant">How far it has turned into the backdrop.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 Ground(
        Take take, in Wide3 view, in GroundSample ground, in Wide3 diffuse, in Wide3 mirrored, Wide distant)
    {
        var cosine = Min(Max(-Wide3.Dot(view, ground.Normal), All(1e-3f)), Wide.One);
        var f0 = new Wide3(ground.Reflectance, ground.Reflectance, ground.Reflectance);
        var colour = ground.Emission + ground.Albedo * diffuse + Lighting.Reflectance(f0, ground.Roughness, cosine) * mirrored;
        if (!Any(Vector512.GreaterThan(distant, Wide.Zero))) return colour;
        return Wide3.Lerp(colour, take.Lighting.Backdrop.Radiance(view), distant);
    }

    /// <summary>What the ground mirrors of lamps, surroundings and bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide3 GroundMirror(
        Take take, in Wide3 point, in Wide3 view, in GroundSample ground, in Visibility visible, in Wide3 mirrored, Wide cover)
    {
        var reflected = Wide3.Reflect(view, ground.Normal);
        reflected = new Wide3(reflected.X, Vector512.Abs(reflected.Y), reflected.Z);
        var roughness = ground.Roughness;
        // Seen flat, a rough and uneven ground mirrors in streaks: its lobe narrows sideways.
        if (!take.Ground.Flat)
            roughness *= Fma(Saturate(-Wide3.Dot(view, ground.Normal)), All(0.6f), All(0.4f));
        var lobe = take.Lighting.Mirrored(point, reflected, roughness, visible, Traced(ground.Roughness));
        return lobe * (Wide.One - cover) + mirrored;
    }
}
