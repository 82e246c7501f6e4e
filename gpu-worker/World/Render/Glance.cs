using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What a reflected or refracted ray sees: lit surfaces, without further rays.</summary>
internal static class Glance
{
    /// <summary>Follows rays to bodies and the ground.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel at the rays' origins, in metres.</param>
    /// <param name="ground">Lanes that see the ground.</param>
    /// <param name="wall">Whether the wall of a studio is seen too; lamps may stand behind it, so mirrors leave it out.</param>
    /// <param name="from">The body that each ray leaves outwards, below 0 for none.</param>
    /// <param name="cover">1 where something is seen, 0 for the backdrop.</param>
    /// <param name="length">How far each ray went.</param>
    /// <returns>Radiance, 0 where nothing is seen.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 See(
        Take take, in Rays rays, Wide mask, Wide footprint, Wide ground, bool wall, WideInt from, out Wide cover, out Wide length)
    {
        var plane = wall ? take.Floor.Meet(rays) : take.Floor.Plane(rays);
        Hits hits = default;
        hits.T = Select(mask, plane, All(-1));
        hits.Body = Vector512.Create(-1);
        take.Bodies.Trace(rays, ref hits, Quest.Surface, from);
        length = hits.T;
        var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle() & mask;
        var colour = Wide3.Zero;
        cover = Wide.One & onBody;
        if (Any(onBody)) colour = Wide3.Only(onBody, SeeBody(take, rays, hits, onBody, footprint));
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f)) & mask & ground & ~onBody;
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        var distant = wall ? take.Floor.Distant(point, plane) : take.Floor.DistantPlane(point, plane);
        cover = Select(onGround, wall ? Wide.One : Wide.One - distant, cover);
        var seen = SeeGround(take, rays, point, plane, onGround, footprint, wall ? distant : Wide.Zero);
        return Wide3.Select(onGround, seen * cover, colour);
    }

    /// <summary>The ground or the wall at the end of rays that meet no bodies.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="plane">Where they meet the ground.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel at the rays' origins, in metres.</param>
    /// <param name="cover">1 where the ground is seen, 0 for the backdrop.</param>
    /// <returns>Radiance, 0 where nothing is seen.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 SeeEnd(Take take, in Rays rays, Wide plane, Wide mask, Wide footprint, out Wide cover)
    {
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f)) & mask;
        cover = Wide.One & onGround;
        if (!Any(onGround)) return Wide3.Zero;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        return Wide3.Only(onGround, SeeGround(take, rays, point, plane, onGround, footprint, take.Floor.Distant(point, plane)));
    }

    private static Wide3 SeeBody(Take take, in Rays rays, in Hits hits, Wide mask, Wide footprint)
    {
        SurfacePoint.Find(take.Bodies, rays, hits, mask, Fma(hits.T, All(take.Lens.PixelAngle), footprint), out var point);
        take.Map.ReadNearest(take.Lens, point.Position, point.Body, mask, take.Lighting.Lamps.Length, out var visible);
        var colour = Shading.Body(take.Lighting, point, rays.Direction, visible, Wide3.Zero, Wide.Zero);
        if (!Any(Vector512.GreaterThan(point.Transmission, Wide.Zero))) return colour;
        var through = take.Lighting.Around.Radiance(rays.Direction, All(0.2f)) * point.Base;
        return Wide3.Lerp(colour, through, point.Transmission * 0.85f);
    }

    private static Wide3 SeeGround(Take take, in Rays rays, in Wide3 point, Wide plane, Wide mask, Wide footprint, Wide distant)
    {
        var size = Fma(plane, All(take.Lens.PixelAngle), footprint) * Inverse(Max(-rays.Direction.Y, All(0.15f)));
        take.Floor.At(point, size, out var ground);
        take.Map.ReadNearest(
            take.Lens, point, Vector512.Create(LightMap.GroundId), mask, take.Lighting.Lamps.Length, out var visible);
        var up = new Wide3(rays.Direction.X, -rays.Direction.Y, rays.Direction.Z);
        var diffuse = take.Lighting.Diffuse(take.Floor.Lit(point), ground.Normal, visible);
        var mirrored = take.Lighting.Around.Radiance(up, ground.Roughness);
        return Shading.Ground(take, rays.Direction, ground, diffuse, mirrored, distant);
    }
}
