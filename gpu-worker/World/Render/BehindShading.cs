using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The ground and the backdrop, filtered to the size of a pixel: as if there were no bodies in front.</summary>
/// <param name="take">The scene.</param>
/// <param name="light">Light on the ground.</param>
internal sealed unsafe class BehindShading(Take take, GroundLight light)
{
    /// <summary>What sixteen rays see, without the discs of lamps.</summary>
    /// <param name="rays">The rays.</param>
    /// <param name="plane">Where they meet the ground.</param>
    /// <param name="places">The light there.</param>
    /// <param name="hidden">Lanes whose light the map does not know.</param>
    /// <param name="depth">Distance along the view.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 See<TPlaces>(in Rays rays, Wide plane, ref TPlaces places, Wide hidden, out Wide depth)
        where TPlaces : struct, IPlaces
    {
        ref readonly var lens = ref take.Lens;
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f));
        var colour = Wide3.Zero;
        depth = All(Floor.Far);
        if (Any(~onGround)) colour = take.Lighting.Backdrop.Radiance(rays.Direction, lens.BlurAngle(All(Floor.Far)).ToScalar());
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        depth = Select(onGround, lens.Project(point, out _, out _), depth);
        return Wide3.Select(onGround, Ground(ref places, rays, point, plane, depth, onGround, hidden & onGround), colour);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Ground<TPlaces>(ref TPlaces places, in Rays rays, in Wide3 point, Wide plane, Wide depth, Wide onGround, Wide hidden)
        where TPlaces : struct, IPlaces
    {
        if (light.Complete && !Any(hidden)) return Settled(ref places, 0);
        ref readonly var lens = ref take.Lens;
        var size = plane * (All(lens.PixelAngle) + lens.BlurAngle(depth)) * InverseSqrt(Max(-rays.Direction.Y, All(0.02f)));
        take.Floor.At(point, size, out var ground);
        take.Ground.Water?.Submerge(take, rays.Direction, point, onGround, size, ref ground);
        Wide3 diffuse, mirrored;
        if (light.Settled && !light.Complete && !Any(hidden))
        {
            diffuse = Settled(ref places, 0);
            mirrored = Settled(ref places, 3);
        }
        else
        {
            take.Map.Read(ref places, take.Lighting.Lamps.Length, out var visible, out var bodies, out var cover);
            diffuse = take.Lighting.Diffuse(take.Floor.Lit(point), ground.Normal, visible);
            mirrored = Shading.GroundMirror(take, point, rays.Direction, ground, visible, bodies, cover);
        }

        var distant = take.Floor.Distant(point, plane);
        if (take.Stage.Ground.Sweep <= 0)
        {
            // Out of focus, the horizon is as soft as everything there.
            var soft = lens.BlurAngle(All(Floor.Far)) + All(2 * lens.PixelAngle);
            distant = Max(distant, SmoothStep(-soft, Wide.Zero, rays.Direction.Y));
        }

        return Shading.Ground(take, rays.Direction, ground, diffuse, mirrored, distant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Settled<TPlaces>(ref TPlaces places, int plane)
        where TPlaces : struct, IPlaces =>
        new(places.Read(take.Map.OnGround(plane), 0), places.Read(take.Map.OnGround(plane + 1), 0), places.Read(take.Map.OnGround(plane + 2), 0));
}
