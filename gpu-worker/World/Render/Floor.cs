using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Waters;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The shape of the ground: a plane at its level, and in a studio a wall all around whose foot is bent so gently that floor and backdrop have no
/// seam (a cyclorama).
/// </summary>
internal sealed class Floor(Ground ground, GroundShading shading)
{
    private readonly bool none = ground.Pattern == GroundPattern.None;
    private readonly float level = ground.Level;
    private readonly bool studio = ground.Sweep > 0;
    private readonly float radius = 1.3f * ground.Sweep;
    private readonly float height = 1.1f * ground.Sweep;

    /// <summary>The part of a colour that nobody sees.</summary>
    private const float Unseen = 0.002f;

    /// <summary>Farther than anything.</summary>
    public const float Far = 1e6f;

    /// <summary>Distance to the plane, <see cref="Far"/> where a ray does not meet it or the stage has no ground.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Plane(in Rays rays)
    {
        var above = rays.Origin.Y - All(level);
        var falls = Vector512.LessThan(rays.Direction.Y, All(-1e-5f)) & Vector512.GreaterThan(above, Wide.Zero);
        return none ? All(Far) : Select(falls, -above * Inverse(Min(rays.Direction.Y, All(-1e-5f))), All(Far));
    }

    /// <summary>Distance to the plane or the wall, <see cref="Far"/> where a ray meets neither.</summary>
    public Wide Meet(in Rays rays)
    {
        var plane = Plane(rays);
        if (shading.Water is { } water) return Refined(water, rays, plane);
        if (!studio || none) return plane;
        var (o, d) = (rays.Origin, rays.Direction);
        var a = Fma(d.X, d.X, Fma(d.Z, d.Z, All(1e-9f)));
        var b = Fma(o.X, d.X, o.Z * d.Z);
        var c = Fma(o.X, o.X, Fma(o.Z, o.Z, All(-radius * radius)));
        var root = b * b - a * c;
        var wall = (Sqrt(root) - b) * Inverse(a);
        var up = Fma(d.Y, wall, o.Y);
        var met = Vector512.GreaterThan(root, Wide.Zero) & Vector512.GreaterThan(wall, Wide.Zero)
            & Vector512.LessThan(up, All(height)) & Vector512.GreaterThan(up, Wide.Zero);
        return Min(plane, Select(met, wall, All(Far)));
    }

    /// <summary>Where a ray meets the waves instead of their mean: two steps of the fixed point, weaker the flatter it looks.</summary>
    private Wide Refined(WaterShading water, in Rays rays, Wide plane)
    {
        var steep = Saturate(rays.Direction.Y * -8);
        var perMetre = steep * Inverse(Min(rays.Direction.Y, All(-0.04f)));
        var t = plane;
        for (var i = 0; i < 2; i++)
        {
            var height = water.Height(Fma(rays.Direction.X, t, rays.Origin.X), Fma(rays.Direction.Z, t, rays.Origin.Z));
            t = Max(Fma(height, perMetre, plane), All(1e-3f));
        }

        return Select(Vector512.LessThan(plane, All(0.5f * Far)), t, plane);
    }

    /// <summary>What the ground is like at points on it.</summary>
    public void At(in Wide3 point, Wide footprint, out GroundSample sample)
    {
        if (!studio)
        {
            shading.At(point.X, point.Z, footprint, out sample);
            return;
        }

        var away = Sqrt(Fma(point.X, point.X, point.Z * point.Z));
        var foot = SmoothStep(All(0.5f * radius), All(radius), away);
        shading.At(point.X, point.Z, footprint + foot * (4 * ground.Scale), out sample);
        var bend = SmoothStep(Wide.Zero, All(height), point.Y) * 0.8f;
        var inward = Inverse(Max(away, All(1e-3f))) * bend;
        var up = new Wide3(-point.X * inward, Wide.One - bend, -point.Z * inward);
        sample.Normal = Wide3.Normalize(sample.Normal + up - new Wide3(Wide.Zero, Wide.One, Wide.Zero));
        sample.Reflectance *= Wide.One - foot;
    }

    /// <summary>
    /// Where a point counts as lying for the lamps. They stand close to the subject; on open ground they are taken for a sun, so that
    /// the distance is lit as the foreground is.
    /// </summary>
    public Wide3 Lit(in Wide3 point)
    {
        if (studio) return point;
        var away = Sqrt(Fma(point.X, point.X, point.Z * point.Z));
        return point * Inverse(Fma(away, All(1 / 0.45f), Wide.One));
    }

    /// <summary>How far the ground has turned into the backdrop: up the wall of a studio, or by haze.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Distant(in Wide3 point, Wide distance)
    {
        if (!studio) return Hazed(distance);
        return SmoothStep(Wide.Zero, All(height), point.Y);
    }

    /// <summary>How far haze has taken over; nothing up to four metres, so that nobody has to look what lies behind the foreground.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Hazed(Wide distance) =>
        Saturate(Fma(Exp2(distance * distance * (-1 / (80f * 80f))), All(-1 / (1 - Unseen)), All(1)));

    /// <summary>As <see cref="Distant"/>, for rays that only look for the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide DistantPlane(in Wide3 point, Wide distance)
    {
        if (!studio) return Hazed(distance);
        var away = Sqrt(Fma(point.X, point.X, point.Z * point.Z));
        return SmoothStep(All(0.6f * radius), All(1.5f * radius), away);
    }
}
