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
    /// <summary>Samples of a block that differ by less, of 1 for white, need no more samples between them.</summary>
    private const float Quiet = 0.01f;

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
        var shaded = Wide.Zero;
        var first = Vector512.Create(int.MinValue);
        var (edge, calm, busy) = (false, true, false);
        var before = Wide3.Zero;
        var most = samples;
        for (var i = 0; i < samples; i++)
        {
            var rays = Sample(x, y, i);
            Hits hits = default;
            hits.T = take.Floor.Meet(rays);
            hits.Body = Vector512.Create(-1);
            take.Bodies.Trace(rays, ref hits, false);
            var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle();
            // Where many samples only settle what is in view, four of them are enough to know its colour.
            var due = onBody & Vector512.LessThanOrEqual(shaded, All(i * 4f / most));
            if (i is 2 or 3 && calm && !edge) due = Wide.Zero;
            if (Any(due))
            {
                var colour = Wide3.Only(onBody, Expose(rays, hits, onBody, i, most > 4));
                var weight = Inverse(Wide.One + Wide3.MaxOf(colour)) & onBody;
                colour *= weight;
                calm &= i == 0 || Vector512.LessThanAll(Far(colour, before), All(Quiet));
                busy |= i > 0 && Vector512.GreaterThanAny(Far(colour, before), All(8 * Quiet));
                before = colour;
                sum += colour;
                total += weight;
                shaded += Wide.One & onBody;
            }

            missed += Wide.One & ~onBody;
            if (i == 0) first = hits.Body;
            edge |= !Vector512.EqualsAll(first, hits.Body);
            if (!edge && (i == 3 && !busy && most <= 8 || i == 7)) samples = i + 1;
            else if (i == 3 && samples == 4) samples = most = 8;
        }

        if (Any(Vector512.GreaterThan(missed, Wide.Zero)))
        {
            var colour = Behind(x + All(0.5f), y + All(0.5f));
            var weight = Inverse(Wide.One + Wide3.MaxOf(colour)) * missed;
            // The shaded samples stand for all that met a body.
            var share = (All(Math.Max(1, samples)) - missed) * Inverse(Max(shaded, Wide.One));
            sum *= share;
            total *= share;
            sum += colour * weight;
            total += weight;
        }

        Store(left, top, sum * Inverse(total));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Far(in Wide3 a, in Wide3 b)
    {
        var d = a - b;
        return Max(Vector512.Abs(d.X), Max(Vector512.Abs(d.Y), Vector512.Abs(d.Z)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Rays Sample(Wide x, Wide y, int number)
    {
        Sampling.Disc(All(Spots.LensX(number)), All(Spots.LensY(number)), out var lensX, out var lensY);
        return take.Lens.Through(
            x + All(Tent(Spots.X(number))), y + All(Tent(Spots.Y(number))), lensX, lensY, All(Spots.Time(number)));
    }

    /// <summary>Draws from a triangle filter a pixel and a half wide around the pixel's middle.</summary>
    private static float Tent(float u)
    {
        var t = 2 * u - 1;
        return 0.5f + 0.75f * MathF.CopySign(1 - MathF.Sqrt(1 - MathF.Abs(t)), t);
    }

    /// <summary>Light from bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Expose(in Rays rays, in Hits hits, Wide mask, int number, bool blurred)
    {
        var footprint = hits.T * take.Lens.PixelAngle;
        var defocus = blurred ? hits.T * take.Lens.BlurAngle(hits.T) * 0.4f : Wide.Zero;
        SurfacePoint.Find(take.Bodies, rays, hits, mask, footprint * 0.6f + defocus, out var point);
        take.Map.Read(take.Lens, point.AtMiddle, point.Normal, point.Body, mask, out var visible);
        var coated = Vector512.GreaterThan(point.Coat, All(0.01f));
        var roughness = Select(coated, All(Shading.CoatRoughness), point.Roughness);
        var grazing = Wide.One - Min(Vector512.Abs(Wide3.Dot(rays.Direction, point.Normal)), Wide.One);
        var fresnel = Max(point.Metallic, All(0.04f)) + grazing * grazing * grazing * grazing;
        var glossy = Vector512.GreaterThan(Shading.Traced(roughness) * fresnel, All(0.02f)) & mask;
        var (mirrored, cover) = (Wide3.Zero, Wide.Zero);
        if (Any(glossy))
        {
            var mirror = Mirror(rays, point, roughness, number);
            mirrored = Glance.See(take, mirror, glossy, Fma(roughness, All(0.004f), footprint), true, false, true, out cover, out _);
        }

        var clear = Vector512.GreaterThan(point.Transmission, All(0.05f)) & mask;
        if (!Any(clear)) return Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var entry = point;
        point.Base *= Wide.One - point.Transmission;
        var front = Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var through = Glass.Through(take, rays, entry, clear, footprint);
        // What Schlick's approximation of Fresnel's law does not mirror.
        var passed = Fma(grazing * grazing * grazing * grazing * grazing, All(-0.96f), All(0.96f)) * point.Transmission;
        return front + Wide3.Only(clear, through * passed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Rays Mirror(in Rays rays, in SurfacePoint point, Wide roughness, int number)
    {
        var lobe = Spots.Lobe(number);
        Sampling.Disc(All(Spots.LensX(lobe)), All(Spots.LensY(lobe)), out var dx, out var dy);
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
        var plane = take.Floor.Meet(rays);
        var onGround = Vector512.LessThan(plane, All(Floor.Far * 0.5f));
        var colour = Wide3.Zero;
        // Discs of lamps lie over the ground too: the lens draws them there.
        var backdrop = take.Lighting.Backdrop;
        var discs = backdrop.HasLamps ? backdrop.Discs(rays.Direction, lens.BlurAngle(All(Floor.Far))) : Wide3.Zero;
        if (Any(~onGround)) colour = backdrop.Radiance(rays.Direction, lens.BlurAngle(All(Floor.Far)).ToScalar()) + discs;
        if (!Any(onGround)) return colour;
        var point = Wide3.Along(rays.Origin, rays.Direction, plane);
        var depth = lens.Project(point, out _, out _);
        var size = plane * (All(lens.PixelAngle) + lens.BlurAngle(depth)) * InverseSqrt(Max(-rays.Direction.Y, All(0.02f)));
        take.Floor.At(point, size, out var ground);
        take.Ground.Water?.Submerge(take, rays.Direction, point, onGround, size, ref ground);
        take.Map.Read(lens, point, ground.Normal, Vector512.Create(LightMap.GroundId), onGround, out var visible);
        var distant = take.Floor.Distant(point, plane);
        if (take.Stage.Ground.Sweep <= 0)
        {
            // Out of focus, the horizon is as soft as everything there.
            var soft = lens.BlurAngle(All(Floor.Far)) + All(2 * lens.PixelAngle);
            distant = Max(distant, SmoothStep(-soft, Wide.Zero, rays.Direction.Y));
        }

        return Wide3.Select(onGround, Shading.Ground(take, point, rays.Direction, ground, visible, distant) + discs, colour);
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
