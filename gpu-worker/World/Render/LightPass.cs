using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Fills the light map: from every second pixel of every second row, rays to the lamps, to the sky, and off the ground. Sixteen pixels
/// share one run of samples, which <see cref="LightFilter"/> brings together.
/// </summary>
internal sealed unsafe class LightPass(Take take)
{
    private const int Samples = 4;

    /// <summary>Computes one block of 4 by 4 records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Block(int column, int row)
    {
        var lanes = Vector512.ConvertToInt32(Ramp);
        var x = Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(column);
        var y = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(row);
        var rays = take.Lens.Sharp(Fma(x, All(2), Wide.One), Fma(y, All(2), Wide.One));
        var plane = take.Floor.Meet(rays);
        Hits hits = default;
        hits.T = plane;
        hits.Body = Vector512.Create(-1);
        take.Bodies.Trace(rays, ref hits, false);
        var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle();
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f)) & ~onBody;
        var solid = onBody | onGround;
        var visible = Visibility.Free;
        var normal = new Wide3(Wide.Zero, Wide.One, Wide.Zero);
        var tilted = normal;
        if (Any(solid))
        {
            var point = Wide3.Along(rays.Origin, rays.Direction, hits.T);
            GroundSample ground = default;
            if (Any(onGround))
            {
                var size = hits.T * (2 * take.Lens.PixelAngle) * Inverse(Max(-rays.Direction.Y, All(0.1f)));
                take.Floor.At(point, size, out ground);
                tilted = ground.Normal;
                normal = take.Ground.Flat ? tilted : normal;
            }

            if (Any(onBody))
            {
                SurfacePoint.Find(take.Bodies, rays, hits, onBody, hits.T * (2 * take.Lens.PixelAngle), out var surface);
                normal = Wide3.Select(onBody, surface.Normal, normal);
            }

            var start = Wide3.Along(point, normal, Fma(hits.T, All(2e-4f), All(1e-4f)));
            for (var lamp = 0; lamp < take.Lighting.Lamps.Length; lamp++)
            {
                if (!take.Lighting.Lamps[lamp].Shadow) continue;
                var part = Lamp(take.Lighting.Lamps[lamp], start, normal, solid, lamp);
                switch (lamp)
                {
                    case 0: visible.Lamp0 = part; break;
                    case 1: visible.Lamp1 = part; break;
                    case 2: visible.Lamp2 = part; break;
                    default: visible.Lamp3 = part; break;
                }
            }

            Sky(start, normal, solid, onBody, ref visible);
            if (Any(onGround))
            {
                Mirror(start, rays.Direction, tilted, ground.Roughness, onGround, ref visible);
                if (take.Ground.Flat) Settle(point, rays.Direction, ground, onGround, ref visible);
            }
        }

        var id = Select(onBody, hits.Body, Select(onGround, Vector512.Create(LightMap.GroundId), Vector512.Create(LightMap.Nothing)));
        Store(column, row, id, normal, take.Lens.Project(Wide3.Along(rays.Origin, rays.Direction, hits.T), out _, out _), visible);
    }

    private Wide Lamp(Softbox lamp, in Wide3 start, in Wide3 normal, Wide mask, int number)
    {
        var (seen, total) = (Wide.Zero, Wide.Zero);
        // Lamps after the key are weaker: half as many samples do.
        var samples = number == 0 ? Samples : Samples / 2;
        for (var i = 0; i < samples; i++)
        {
            Sampling.Point(Vector512.Create(i) + samples * Sampling.Places, out var u, out var v);
            if ((number & 1) != 0) (u, v) = (v, u);
            var way = lamp.Point(Fma(u, All(2), All(-0.98f)), Fma(v, All(2), All(-0.98f))) - start;
            var inverse = InverseSqrt(Wide3.Dot(way, way));
            var rays = new Rays { Origin = start, Direction = way * inverse, Time = All(0.5f) };
            var weight = Max(Wide3.Dot(rays.Direction, normal), Wide.Zero) & mask;
            Hits hits = default;
            hits.T = Select(Vector512.GreaterThan(weight, Wide.Zero), Inverse(inverse), All(-1));
            hits.V = Wide.One;
            take.Bodies.Trace(rays, ref hits, true);
            seen = Fma(weight, hits.V, seen);
            total += weight;
            // Half the samples, 32 among the block, that all agree settle it.
            if (i == Samples / 2 - 1 && (Vector512.EqualsAll(seen, total) || Vector512.EqualsAll(seen, Wide.Zero))) break;
        }

        return Select(Vector512.GreaterThan(total, All(1e-5f)), seen * Inverse(Max(total, All(1e-6f))), Wide.One);
    }

    private void Sky(in Wide3 start, in Wide3 normal, Wide mask, Wide onBody, ref Visibility visible)
    {
        var reach = take.Reach;
        Wide3.Basis(normal, out var tangent, out var bitangent);
        var hidden = Wide.Zero;
        var bounce = Wide3.Zero;
        for (var i = 0; i < Samples; i++)
        {
            Sampling.Point(Vector512.Create(i) + Samples * Sampling.Places, out var u, out var v);
            Sampling.Disc(v, u, out var dx, out var dy);
            var up = Sqrt(Wide.One - v);
            var direction = tangent * dx + bitangent * dy + normal * up;
            var rays = new Rays { Origin = start, Direction = direction, Time = All(0.5f) };
            Hits hits = default;
            hits.T = Select(mask, All(reach), All(-1));
            hits.Body = Vector512.Create(-1);
            take.Bodies.Trace(rays, ref hits, false);
            var hit = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle() & mask;
            var near = Saturate(Wide.One - hits.T * (1 / reach));
            var fall = Wide.One - Saturate(take.Floor.Plane(rays) * (1.5f / reach));
            hidden += Select(hit, near, (fall * 0.55f) & onBody);
            if (Any(hit)) bounce += Wide3.Only(hit, take.Bounce(hits.Body, hit) * (near * Saturate(hits.T * (5 / reach))));
            if (i == Samples / 2 - 1 && Vector512.EqualsAll(hidden, Wide.Zero)) break;
        }

        visible.Sky = Wide.One - hidden * (1f / Samples);
        visible.Bounce = bounce * (1f / Samples);
    }

    private void Mirror(in Wide3 start, in Wide3 view, in Wide3 normal, Wide roughness, Wide mask, ref Visibility visible)
    {
        var alpha = roughness * roughness;
        var shape = alpha * alpha - Wide.One;
        Wide3.Basis(normal, out var tangent, out var bitangent);
        var (sum, cover) = (Wide3.Zero, Wide.Zero);
        for (var i = 0; i < Samples; i++)
        {
            // Half vectors distributed as the GGX lobe (Walter et al., "Microfacet Models for Refraction", 2007), its last tail left out.
            Sampling.Point(Vector512.Create(i) + Samples * Sampling.Places, out var u, out var v);
            u *= 0.92f;
            var cos2 = (Wide.One - u) * Inverse(Fma(shape, u, Wide.One));
            Sampling.SinCos(v, out var sin, out var cos);
            var radius = Sqrt(Wide.One - cos2);
            var half = Wide3.Along(Wide3.Along(normal * Sqrt(cos2), tangent, radius * cos), bitangent, radius * sin);
            var direction = Wide3.Reflect(view, half);
            direction = new Wide3(direction.X, Max(Vector512.Abs(direction.Y), All(1e-3f)), direction.Z);
            var rays = new Rays { Origin = start, Direction = direction, Time = All(0.5f) };
            sum += Glance.See(take, rays, mask, All(2e-3f) * roughness, false, false, false, out var part, out _);
            cover += part;
            if (i == Samples / 2 - 1 && Vector512.EqualsAll(cover, Wide.Zero)) break;
        }

        visible.Mirror = sum * (1f / Samples);
        visible.MirrorCover = cover * (1f / Samples);
    }

    /// <summary>
    /// Light on a flat ground varies slowly, so it is summed here for four pixels at once: <see cref="Visibility.Bounce"/> becomes all
    /// diffuse light, <see cref="Visibility.Mirror"/> all that is mirrored.
    /// </summary>
    private void Settle(in Wide3 point, in Wide3 view, in GroundSample ground, Wide mask, ref Visibility visible)
    {
        visible.Bounce = Wide3.Select(mask, take.Lighting.Diffuse(take.Floor.Lit(point), ground.Normal, visible), visible.Bounce);
        var reflected = Wide3.Reflect(view, ground.Normal);
        var lobe = take.Lighting.Mirrored(point, reflected, ground.Roughness, visible, Shading.Traced(ground.Roughness));
        visible.Mirror = Wide3.Select(mask, visible.Mirror + lobe * (Wide.One - visible.MirrorCover), visible.Mirror);
    }

    private void Store(int column, int row, WideInt id, in Wide3 normal, Wide depth, in Visibility visible)
    {
        var map = take.Map;
        var planes = stackalloc float[16 * 16];
        new Span<float>(planes, 256).Clear();
        visible.Lamp0.Store(planes);
        visible.Lamp1.Store(planes + 16);
        visible.Lamp2.Store(planes + 32);
        visible.Lamp3.Store(planes + 48);
        visible.Sky.Store(planes + 64);
        visible.Bounce.X.Store(planes + 80);
        visible.Bounce.Y.Store(planes + 96);
        visible.Bounce.Z.Store(planes + 112);
        visible.Mirror.X.Store(planes + 128);
        visible.Mirror.Y.Store(planes + 144);
        visible.Mirror.Z.Store(planes + 160);
        visible.MirrorCover.Store(planes + 176);
        for (var lane = 0; lane < 16; lane++)
        {
            var at = (row + (lane >> 2)) * map.Columns + column + (lane & 3);
            Gather(planes, Vector512.ConvertToInt32(Ramp * 16) + Vector512.Create(lane)).Store(map.Raw + 16 * at);
            map.Ids[at] = id.GetElement(lane);
            new Vector4(normal.X.GetElement(lane), normal.Y.GetElement(lane), normal.Z.GetElement(lane), depth.GetElement(lane))
                .StoreUnsafe(ref map.Guides[4 * at]);
        }
    }
}
