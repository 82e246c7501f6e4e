using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The ground and the backdrop, once a pixel, filtered to its footprint: as if there were no bodies in front.</summary>
internal sealed unsafe class BehindPass(Take take, GroundLight light)
{
    /// <summary>Light of a block of 4 by 4 pixels.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Top edge.</param>
    /// <param name="depth">Distance along the view.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Block(int x, int y, out Wide depth)
    {
        var lanes = Vector512.ConvertToInt32(Ramp);
        var px = Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(x + 0.5f);
        var py = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(y + 0.5f);
        var map = take.Map;
        var backdrop = take.Lighting.Backdrop;
        var ids = map.Block((float*)map.Ids, x / 2 - 1, y / 2 - 1).AsInt32();
        var taps = new LightTaps(map, x, y);
        if (light.Complete && Vector512.EqualsAll(ids, Vector512.Create(LightMap.GroundId)))
        {
            depth = taps.Read(map.Guide(3), 0);
            var seen = Settled(taps, 0);
            return backdrop.HasLamps ? seen + Discs(px, py) : seen;
        }

        var lens = take.Lens;
        var rays = lens.Sharp(px, py);
        var plane = take.Floor.Meet(rays);
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f));
        // Discs of lamps lie over the ground too: the lens draws them there.
        var discs = backdrop.HasLamps ? backdrop.Discs(rays.Direction, lens.BlurAngle(All(Floor.Far))) : Wide3.Zero;
        var colour = Wide3.Zero;
        depth = All(Floor.Far);
        if (Any(~onGround)) colour = backdrop.Radiance(rays.Direction, lens.BlurAngle(All(Floor.Far)).ToScalar()) + discs;
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        var along = lens.Project(point, out _, out _);
        depth = Select(onGround, along, depth);
        var hidden = taps.OnlyGround() & onGround;
        return Wide3.Select(onGround, Ground(taps, rays, point, plane, along, onGround, hidden) + discs, colour);
    }

    private Wide3 Ground(in LightTaps taps, in Rays rays, in Wide3 point, Wide plane, Wide depth, Wide onGround, Wide hidden)
    {
        var lens = take.Lens;
        var map = take.Map;
        if (light.Complete && !Any(hidden)) return Settled(taps, 0);
        var size = plane * (All(lens.PixelAngle) + lens.BlurAngle(depth)) * InverseSqrt(Max(-rays.Direction.Y, All(0.02f)));
        take.Floor.At(point, size, out var ground);
        take.Ground.Water?.Submerge(take, rays.Direction, point, onGround, size, ref ground);
        Wide3 diffuse, mirrored;
        if (light.Settled && !light.Complete && !Any(hidden))
        {
            diffuse = Settled(taps, 0);
            mirrored = Settled(taps, 3);
        }
        else
        {
            var visible = Visible(taps, hidden, out var bodies, out var cover);
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
    private Wide3 Settled(in LightTaps taps, int plane) => new(
        taps.Read(take.Map.OnGround(plane), 0), taps.Read(take.Map.OnGround(plane + 1), 0), taps.Read(take.Map.OnGround(plane + 2), 0));

    private Visibility Visible(in LightTaps taps, Wide hidden, out Wide3 bodies, out Wide cover)
    {
        var map = take.Map;
        var lamps = take.Lighting.Lamps.Length;
        var visible = Visibility.Free;
        visible.Lamp0 = Select(hidden, Wide.One, taps.Read(map.Smooth(0), 1));
        if (lamps > 1) visible.Lamp1 = Select(hidden, Wide.One, taps.Read(map.Smooth(1), 1));
        if (lamps > 2) visible.Lamp2 = Select(hidden, Wide.One, taps.Read(map.Smooth(2), 1));
        if (lamps > 3) visible.Lamp3 = Select(hidden, Wide.One, taps.Read(map.Smooth(3), 1));
        visible.Sky = Select(hidden, All(0.8f), taps.Read(map.Smooth(LightMap.Sky), 1));
        visible.Bounce = new Wide3(
            taps.Read(map.Smooth(LightMap.Bounce), 0), taps.Read(map.Smooth(LightMap.Bounce + 1), 0), taps.Read(map.Smooth(LightMap.Bounce + 2), 0));
        bodies = new Wide3(
            taps.Read(map.Smooth(LightMap.Mirror), 0), taps.Read(map.Smooth(LightMap.Mirror + 1), 0), taps.Read(map.Smooth(LightMap.Mirror + 2), 0));
        cover = taps.Read(map.Smooth(LightMap.Cover), 0);
        return visible;
    }

    private Wide3 Discs(Wide x, Wide y) =>
        take.Lighting.Backdrop.Discs(take.Lens.Sharp(x, y).Direction, take.Lens.BlurAngle(All(Floor.Far)));
}
