using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// Exposes the film. Ground and backdrop are shaded once a pixel and filtered; bodies are sampled several times, each sample with its
/// own place in the pixel, on the lens and in time, so that edges, focus and motion come from one mechanism (Cook, Porter and
/// Carpenter, "Distributed Ray Tracing", 1984).
/// </summary>
internal sealed unsafe class FilmPass(Take take, Film film, Plan plan)
{
    /// <summary>Exposes one tile.</summary>
    public void Tile(int column, int row)
    {
        var samples = plan.SamplesOf(column, row);
        for (var y = 0; y < Plan.Tile; y += 4)
        for (var x = 0; x < Plan.Tile; x += 4)
            Block(column * Plan.Tile + x, row * Plan.Tile + y, samples);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(int left, int top, int samples)
    {
        var lanes = Vector512.ConvertToInt32(Ramp);
        var x = Vector512.ConvertToSingle(lanes & Vector512.Create(3)) + All(left);
        var y = Vector512.ConvertToSingle(Vector512.ShiftRightLogical(lanes, 2)) + All(top);
        var (sum, total, missed) = (Wide3.Zero, Wide.Zero, All(samples == 0 ? 1 : 0));
        var first = Vector512.Create(int.MinValue);
        var edge = false;
        for (var i = 0; i < samples; i++)
        {
            var rays = Sample(x, y, i, samples);
            Hits hits = default;
            hits.T = Glance.ToGround(rays);
            hits.Body = Vector512.Create(-1);
            take.Bodies.Trace(rays, ref hits, false);
            var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle();
            if (Any(onBody))
            {
                var colour = Wide3.Only(onBody, Expose(rays, hits, onBody, i, samples));
                var weight = Inverse(Wide.One + Wide3.MaxOf(colour)) & onBody;
                sum += colour * weight;
                total += weight;
            }

            missed += Wide.One & ~onBody;
            if (i == 0) first = hits.Body;
            edge |= !Vector512.EqualsAll(first, hits.Body);
            if (i == 3 && samples == 4 && edge) samples = 8;
        }

        if (Any(Vector512.GreaterThan(missed, Wide.Zero)))
        {
            var colour = Behind(x + All(0.5f), y + All(0.5f));
            var weight = Inverse(Wide.One + Wide3.MaxOf(colour)) * missed;
            sum += colour * weight;
            total += weight;
        }

        Store(left, top, sum * Inverse(total));
    }

    /// <summary>Rays of one sample: the same place in every pixel, but another on the lens and in time for each of sixteen neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rays Sample(Wide x, Wide y, int number, int samples)
    {
        Sampling.Point(Vector512.Create(number), out var u, out var v);
        var run = Vector512.Create(number) + Sampling.Places * samples;
        Sampling.Point(run, out var lu, out var lv);
        Sampling.Disc(lu, lv, out var lensX, out var lensY);
        var time = (Vector512.ConvertToSingle(Vector512.Create((number * 5 + 3) & (samples - 1)))
            + Vector512.ConvertToSingle(Sampling.Places) * (1 / 16f) + All(1 / 32f)) * (1f / samples);
        return take.Lens.Through(x + Tent(u + All(1 / 16f)), y + Tent(v + All(1 / 16f)), lensX, lensY, time);
    }

    /// <summary>Draws from a triangle filter a pixel and a half wide around the pixel's middle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Tent(Wide u)
    {
        var t = u + u - Wide.One;
        var s = Wide.One - Sqrt(Wide.One - Min(Vector512.Abs(t), Wide.One));
        return Fma(Vector512.CopySign(s, t), All(0.75f), All(0.5f));
    }

    /// <summary>Light from bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Expose(in Rays rays, in Hits hits, Wide mask, int number, int samples)
    {
        var footprint = hits.T * take.Lens.PixelAngle;
        SurfacePoint.Find(take.Bodies, rays, hits, mask, footprint * 0.6f, out var point);
        take.Map.Read(take.Lens, point.AtMiddle, point.Normal, point.Body, mask, out var visible);
        var coated = Vector512.GreaterThan(point.Coat, All(0.01f));
        var roughness = Select(coated, All(Shading.CoatRoughness), point.Roughness);
        var glossy = Vector512.GreaterThan(Shading.Traced(roughness), Wide.Zero) & mask;
        var (mirrored, cover) = (Wide3.Zero, Wide.Zero);
        if (Any(glossy))
        {
            var mirror = Mirror(rays, point, roughness, number, samples);
            mirrored = Glance.See(take, mirror, glossy, Fma(roughness, All(0.004f), footprint), true, true, out cover, out _);
        }

        var clear = Vector512.GreaterThan(point.Transmission, All(0.05f)) & mask;
        if (!Any(clear)) return Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var entry = point;
        point.Base *= Wide.One - point.Transmission;
        var front = Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var through = Glass.Through(take, rays, entry, clear, footprint);
        var cosine = Min(Max(-Wide3.Dot(rays.Direction, point.Normal), Wide.Zero), Wide.One);
        var grazing = (Wide.One - cosine) * (Wide.One - cosine);
        var passed = Fma(grazing * grazing * (Wide.One - cosine), All(-0.96f), All(0.96f)) * point.Transmission;
        return front + Wide3.Only(clear, through * passed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Rays Mirror(in Rays rays, in SurfacePoint point, Wide roughness, int number, int samples)
    {
        Sampling.Point(Vector512.Create(number) + Sampling.Places * samples, out var u, out var v);
        Sampling.Disc(v, u, out var dx, out var dy);
        Wide3.Basis(point.Normal, out var tangent, out var bitangent);
        var tilt = roughness * roughness * 0.6f;
        var half = Wide3.Normalize(Wide3.Along(Wide3.Along(point.Normal, tangent, dx * tilt), bitangent, dy * tilt));
        var direction = Wide3.Reflect(rays.Direction, half);
        // A direction into the surface comes back out.
        var into = Min(Wide3.Dot(direction, point.Normal), Wide.Zero);
        direction = Wide3.Along(direction, point.Normal, -(into + into));
        return new Rays
        {
            Origin = Wide3.Along(point.Position, point.Normal, All(3e-4f)),
            Direction = direction,
            Time = rays.Time,
        };
    }

    /// <summary>Light from the ground and the backdrop, as if there were no bodies in front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Behind(Wide x, Wide y)
    {
        var lens = take.Lens;
        var rays = lens.Sharp(x, y);
        var plane = Glance.ToGround(rays);
        var onGround = Vector512.LessThan(plane, All(Glance.Far * 0.5f));
        var colour = Wide3.Zero;
        if (Any(~onGround)) colour = take.Lighting.Backdrop.Radiance(rays.Direction, lens.BlurAngle(All(Glance.Far)));
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        var depth = lens.Project(point, out _, out _);
        var size = plane * (All(lens.PixelAngle) + lens.BlurAngle(depth)) * InverseSqrt(Max(-rays.Direction.Y, All(0.02f)));
        take.Ground.At(point.X, point.Z, size, out var ground);
        take.Map.Read(lens, point, ground.Normal, Vector512.Create(LightMap.GroundId), onGround, out var visible);
        return Wide3.Select(onGround, Shading.Ground(take, point, rays.Direction, plane, ground, visible), colour);
    }

    private void Store(int left, int top, in Wide3 colour)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            var value = Max(plane == 0 ? colour.X : plane == 1 ? colour.Y : colour.Z, Wide.Zero);
            var to = film.Plane(plane) + top * film.Stride + left;
            Vector512.GetLower(value).GetLower().Store(to);
            Vector512.GetLower(value).GetUpper().Store(to + film.Stride);
            Vector512.GetUpper(value).GetLower().Store(to + 2 * film.Stride);
            Vector512.GetUpper(value).GetUpper().Store(to + 3 * film.Stride);
        }
    }
}
