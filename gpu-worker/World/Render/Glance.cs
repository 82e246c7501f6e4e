using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What a reflected or refracted ray sees: lit surfaces, without further rays.</summary>
internal static class Glance
{
    /// <summary>Follows rays to bodies and, if asked, the ground.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel at the rays' origins, in metres.</param>
    /// <param name="ground">Whether the ground is seen.</param>
    /// <param name="wall">Whether the wall of a studio is seen too; lamps may stand behind it, so mirrors leave it out.</param>
    /// <param name="map">Whether shadows are read from the map.</param>
    /// <param name="cover">1 where something is seen, 0 for the backdrop.</param>
    /// <param name="length">How far each ray went.</param>
    /// <returns>Radiance, 0 where nothing is seen.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 See(
        Take take, in Rays rays, Wide mask, Wide footprint, bool ground, bool wall, bool map, out Wide cover, out Wide length)
    {
        var plane = wall ? take.Floor.Meet(rays) : take.Floor.Plane(rays);
        Hits hits = default;
        hits.T = Select(mask, plane, All(-1));
        hits.Body = Vector512.Create(-1);
        take.Bodies.Trace(rays, ref hits, false);
        length = hits.T;
        var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle() & mask;
        var colour = Wide3.Zero;
        cover = Wide.One & onBody;
        if (Any(onBody)) colour = Wide3.Only(onBody, SeeBody(take, rays, hits, onBody, footprint, map));
        if (!ground) return colour;
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f)) & mask & ~onBody;
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        var distant = wall ? take.Floor.Distant(point, plane) : take.Floor.DistantPlane(point, plane);
        cover = Select(onGround, wall ? Wide.One : Wide.One - distant, cover);
        var seen = SeeGround(take, rays, point, plane, onGround, footprint, wall ? distant : Wide.Zero);
        return Wide3.Select(onGround, seen * cover, colour);
    }

    private static Wide3 SeeBody(Take take, in Rays rays, in Hits hits, Wide mask, Wide footprint, bool map)
    {
        SurfacePoint.Find(take.Bodies, rays, hits, mask, Fma(hits.T, All(take.Lens.PixelAngle), footprint), out var point);
        var visible = Visibility.Free;
        if (map) take.Map.ReadNearest(take.Lens, point.AtMiddle, point.Body, mask, out visible);
        var colour = Shading.Body(take.Lighting, point, rays.Direction, visible, Wide3.Zero, Wide.Zero);
        if (!Any(Vector512.GreaterThan(point.Transmission, Wide.Zero))) return colour;
        var through = take.Lighting.Around.Radiance(rays.Direction, All(0.2f)) * point.Base;
        return Wide3.Lerp(colour, through, point.Transmission * 0.85f);
    }

    private static Wide3 SeeGround(Take take, in Rays rays, in Wide3 point, Wide plane, Wide mask, Wide footprint, Wide distant)
    {
        var size = Fma(plane, All(take.Lens.PixelAngle), footprint) * Inverse(Max(-rays.Direction.Y, All(0.15f)));
        take.Floor.At(point, size, out var ground);
        take.Map.Read(take.Lens, point, ground.Normal, Vector512.Create(LightMap.GroundId), mask, out var visible);
        var up = new Wide3(rays.Direction.X, -rays.Direction.Y, rays.Direction.Z);
        visible.Mirror = take.Ground.Flat ? take.Lighting.Around.Radiance(up, ground.Roughness) : Wide3.Zero;
        visible.MirrorCover = Wide.Zero;
        return Shading.Ground(take, point, rays.Direction, ground, visible, distant);
    }
}
