using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Sixteen points on bodies, ready to be lit.</summary>
internal unsafe struct SurfacePoint
{
    public Wide3 Position;

    /// <summary>Where it counts as lying for the lamps.</summary>
    public Wide3 Lit;

    /// <summary>Unit length, towards the viewer.</summary>
    public Wide3 Normal;

    public Wide3 Base;
    public Wide3 Emission;
    public Wide Alpha;
    public Wide Roughness;

    /// <summary>How far its reflection is traced: from the roughness that it has before it is widened to a pixel.</summary>
    public Wide Traced;

    public Wide Metallic;
    public Wide Coat;
    public Wide CoatRoughness;
    public Wide Translucency;
    public Wide Occlusion;
    public Wide Transmission;
    public Wide Index;
    public WideInt Body;

    /// <summary>Lanes whose ray comes from inside the body.</summary>
    public Wide Inside;

    /// <summary>Lanes of bodies that are only a skin.</summary>
    public Wide Thin;

    /// <summary>Lanes of bodies that belong to the distance.</summary>
    public Wide Scenery;

    /// <summary>Distance of the point along its ray.</summary>
    public Wide Distance;

    /// <summary>Weights of the second and third corner.</summary>
    public Wide U;
    public Wide V;

    /// <summary>Looks up what rays have hit.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="hits">Where they end.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel at the hit, in metres.</param>
    /// <param name="point">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(Bodies bodies, in Rays rays, in Hits hits, Wide mask, Wide footprint, out SurfacePoint point)
    {
        var room = stackalloc Wide[Interpolant.Room];
        var data = Interpolant.Load(bodies, hits.Body, hits.Triangle, mask, room);
        Begin(hits.Body, out point);
        (point.Distance, point.U, point.V) = (hits.T, hits.U, hits.V);
        Finish(bodies, data, rays, hits.Triangle, mask, footprint, true, ref point);
    }

    /// <summary>Looks up what the raster has found.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="rays">Rays through the samples.</param>
    /// <param name="body">The body of each lane.</param>
    /// <param name="slot">The triangle of each lane.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="angle">Width of a pixel in radians.</param>
    /// <param name="pictures">Whether pictures are looked up.</param>
    /// <param name="point">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Find(
        Bodies bodies, in Rays rays, WideInt body, WideInt slot, Wide mask, float angle, bool pictures, out SurfacePoint point)
    {
        var room = stackalloc Wide[Interpolant.Room];
        var data = Interpolant.Load(bodies, body, slot, mask, room);
        Begin(body, out point);
        var origin = Wide3.Zero;
        var direction = Wide3.Zero;
        for (var left = Bits(mask); left != 0;)
        {
            var here = Same(body, mask, ref left, out var number);
            bodies.MotionOf(number).ToBody(rays, out var o, out var d);
            origin = Wide3.Select(here, o, origin);
            direction = Wide3.Select(here, d, direction);
        }

        point.Distance = data.Meet(origin, direction, out point.U, out point.V);
        Finish(bodies, data, rays, slot, mask, point.Distance * angle, pictures, ref point);
    }

    /// <summary>Recalls points whose place and normal are known; nothing of their colour is.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="body">The body of each lane.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="position">The place.</param>
    /// <param name="normal">Unit length, towards the viewer.</param>
    /// <param name="point">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recall(Bodies bodies, WideInt body, Wide mask, in Wide3 position, in Wide3 normal, out SurfacePoint point)
    {
        Begin(body, out point);
        (point.Position, point.Lit, point.Normal) = (position, position, normal);
        for (var left = Bits(mask); left != 0;)
        {
            var here = Same(body, mask, ref left, out var number);
            var surface = bodies.SurfaceOf(number);
            point.Roughness = Select(here, All(surface.Roughness), point.Roughness);
            point.Traced = Select(here, Shading.Traced(All(surface.Roughness)), point.Traced);
            point.Metallic = Select(here, All(surface.Metallic), point.Metallic);
            point.Coat = Select(here, All(surface.ClearCoat), point.Coat);
            point.CoatRoughness = Select(here, All(surface.CoatRoughness), point.CoatRoughness);
            point.Translucency = Select(here, All(surface.Translucency), point.Translucency);
            point.Index = Select(here, All(surface.RefractiveIndex), point.Index);
            if (bodies.InstanceOf(number).Scenery) point.Lit = Wide3.Select(here, Wide3.Zero, point.Lit);
        }
    }

    /// <summary>How far the points move over the picture while the shutter is open, in pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Shift(Bodies bodies, in Lens lens, in Exposure exposure, WideInt slot, Wide mask, out Wide x, out Wide y)
    {
        var atOpen = Position;
        var atClose = Position;
        var moves = lens.Moves;
        for (var left = Bits(mask); left != 0;)
        {
            var here = Same(Body, mask, ref left, out var number);
            if (!bodies.Moves(number)) continue;
            moves = true;
            ref readonly var motion = ref bodies.MotionOf(number);
            motion.ToBody(new Rays { Origin = Position, Direction = Position }, out var local, out _);
            var shift = Wide3.Zero;
            if (bodies.MeshOf(number).Shifts is var shifts && shifts != null)
            {
                var at = Select(here, slot, WideInt.Zero) * 9;
                var w = Wide.One - U - V;
                shift = new Wide3(
                    Gather(shifts, at) * w + Gather(shifts + 3, at) * U + Gather(shifts + 6, at) * V,
                    Gather(shifts + 1, at) * w + Gather(shifts + 4, at) * U + Gather(shifts + 7, at) * V,
                    Gather(shifts + 2, at) * w + Gather(shifts + 5, at) * U + Gather(shifts + 8, at) * V);
            }

            var half = All(exposure.Close - exposure.Middle);
            atOpen = Wide3.Select(here, Motion.Transform(motion.Open, Wide3.Along(local, shift, -half)), atOpen);
            atClose = Wide3.Select(here, Motion.Transform(motion.Close, Wide3.Along(local, shift, half)), atClose);
        }

        (x, y) = (Wide.Zero, Wide.Zero);
        if (moves) lens.Shift(atOpen, atClose, out x, out y);
    }

    /// <summary>The lanes of the first body that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Same(WideInt body, Wide mask, ref ulong left, out int number)
    {
        number = body.GetElement(FirstLane(left));
        var here = Vector512.Equals(body, Vector512.Create(number)).AsSingle() & mask;
        left &= ~Bits(here);
        return here;
    }

    private static void Begin(WideInt body, out SurfacePoint point)
    {
        point = default;
        point.Body = body;
        point.Roughness = All(0.5f);
        point.CoatRoughness = All(0.06f);
        point.Index = All(1.5f);
        point.Occlusion = Wide.One;
        point.Alpha = Wide.One;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Finish(
        Bodies bodies, in Interpolant data, in Rays rays, WideInt slot, Wide mask, Wide footprint, bool pictures, ref SurfacePoint point)
    {
        point.Position = Wide3.Along(rays.Origin, rays.Direction, point.Distance);
        point.Lit = point.Position;
        var normal = data.Normal(point.U, point.V);
        var face = Wide3.Cross(data.Edge1, data.Edge2);
        for (var left = Bits(mask); left != 0;)
        {
            var here = Same(point.Body, mask, ref left, out var number);
            var surface = bodies.SurfaceOf(number);
            ref readonly var motion = ref bodies.MotionOf(number);
            var inside = Vector512.GreaterThan(Wide3.Dot(motion.DirectionToWorld(face), rays.Direction), Wide.Zero);
            var colour = Wide3.All(surface.Colour);
            var emission = Wide3.All(surface.Emission);
            var (alpha, roughness, metallic, occlusion) = (All(surface.Opacity), All(surface.Roughness), All(surface.Metallic), Wide.One);
            var bumped = normal;
            if (bodies.MeshOf(number).Colours is var colours && colours != null)
                Tint(colours, Select(here, slot, WideInt.Zero) * 12, point.U, point.V, ref colour, ref alpha);
            if (pictures && surface.Textured)
            {
                motion.ToBody(rays, out _, out var direction);
                var spot = new TextureSpot(data, direction, face, point.U, point.V, footprint);
                if (surface.Picture is { } picture)
                {
                    var over = spot.Sample(picture, out var cover);
                    var straight = over * Inverse(Max(cover, All(0.004f)));
                    if (surface.Tinted) colour *= surface.CutOut || surface.Blended ? straight : over;
                    else if (surface.CutOut || surface.Blended) colour = straight;
                    else colour = Wide3.Along(over, colour, Wide.One - cover);
                    if (surface.Blended) alpha *= cover;
                }

                if (surface.SurfaceMap is { } map)
                {
                    var factors = spot.Sample(map, out _);
                    roughness *= factors.Y;
                    metallic *= factors.Z;
                }

                if (surface.OcclusionMap is { } open)
                    occlusion = Lerp(Wide.One, spot.Sample(open, out _).X, All(surface.OcclusionStrength));
                if (surface.EmissionMap is { } glow) emission *= spot.Sample(glow, out _);
                if (surface.NormalMap is { } bumps) bumped = Bent(data, normal, spot.Sample(bumps, out _), surface.NormalScale);
            }

            var facing = Wide3.Normalize(motion.DirectionToWorld(Wide3.Select(inside, -bumped, bumped)));
            facing = TowardsViewer(facing, rays.Direction);
            roughness = Max(roughness, All(0.03f));
            var traced = Shading.Traced(roughness);
            point.Inside |= inside & here;
            if (Bits(here) == Bits(mask))
            {
                (point.Normal, point.Base, point.Emission) = (facing, colour, emission);
                (point.Alpha, point.Roughness, point.Metallic, point.Occlusion) = (alpha, roughness, metallic, occlusion);
                point.Traced = traced;
                (point.Coat, point.CoatRoughness) = (All(surface.ClearCoat), All(surface.CoatRoughness));
                (point.Translucency, point.Transmission) = (All(surface.Translucency), All(surface.Transmission));
                point.Index = All(surface.RefractiveIndex);
            }
            else
            {
                point.Normal = Wide3.Select(here, facing, point.Normal);
                point.Base = Wide3.Select(here, colour, point.Base);
                point.Emission = Wide3.Select(here, emission, point.Emission);
                point.Alpha = Select(here, alpha, point.Alpha);
                point.Roughness = Select(here, roughness, point.Roughness);
                point.Traced = Select(here, traced, point.Traced);
                point.Metallic = Select(here, metallic, point.Metallic);
                point.Occlusion = Select(here, occlusion, point.Occlusion);
                point.Coat = Select(here, All(surface.ClearCoat), point.Coat);
                point.CoatRoughness = Select(here, All(surface.CoatRoughness), point.CoatRoughness);
                point.Translucency = Select(here, All(surface.Translucency), point.Translucency);
                point.Transmission = Select(here, All(surface.Transmission), point.Transmission);
                point.Index = Select(here, All(surface.RefractiveIndex), point.Index);
            }

            if (surface.ThinWalled) point.Thin |= here;
            if (!bodies.InstanceOf(number).Scenery) continue;
            point.Scenery |= here;
            point.Lit = Wide3.Select(here, Wide3.Zero, point.Lit);
        }
    }

    private static void Tint(float* colours, WideInt at, Wide u, Wide v, ref Wide3 colour, ref Wide alpha)
    {
        var w = Wide.One - u - v;
        Wide Mix(int k) => Gather(colours + k, at) * w + Gather(colours + 4 + k, at) * u + Gather(colours + 8 + k, at) * v;
        colour *= new Wide3(Mix(0), Mix(1), Mix(2));
        alpha *= Mix(3);
    }

    /// <summary>A normal of the mesh bent by one from a normal map (tangent space, +y up the picture).</summary>
    private static Wide3 Bent(in Interpolant data, in Wide3 normal, in Wide3 texel, float scale)
    {
        data.Axes(out var across, out var down);
        var n = Wide3.Normalize(normal);
        var tangent = Wide3.Normalize(Wide3.Along(across, n, -Wide3.Dot(across, n)));
        var up = Wide3.Cross(n, tangent);
        // Where the picture is mirrored, up is the other way round.
        up = Wide3.Select(Vector512.GreaterThan(Wide3.Dot(up, down), Wide.Zero), -up, up);
        var x = Fma(texel.X, All(2), All(-1)) * scale;
        var y = Fma(texel.Y, All(2), All(-1)) * scale;
        var z = Max(Fma(texel.Z, All(2), All(-1)), All(0.05f));
        return Wide3.Along(Wide3.Along(n * z, tangent, x), up, y);
    }

    /// <summary>Bends a normal that, between the corners, has turned away from a viewer who sees the triangle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 TowardsViewer(in Wide3 normal, in Wide3 direction)
    {
        var over = Max(Wide3.Dot(normal, direction) + All(0.01f), Wide.Zero);
        return Wide3.Normalize(Wide3.Along(normal, direction, -over));
    }
}
