using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Sixteen points on bodies, ready to be lit.</summary>
internal struct SurfacePoint
{
    public Wide3 Position;

    /// <summary>Unit length, towards the viewer.</summary>
    public Wide3 Normal;

    public Wide3 Base;
    public Wide3 Emission;
    public Wide Roughness;
    public Wide Metallic;
    public Wide Coat;
    public Wide Transmission;
    public Wide Index;
    public WideInt Body;

    /// <summary>Lanes whose ray comes from inside the body.</summary>
    public Wide Inside;

    /// <summary>The point carried along to where it is at the middle of the exposure.</summary>
    public Wide3 AtMiddle;

    /// <summary>Looks up what rays have hit.</summary>
    /// <param name="bodies">The bodies.</param>
    /// <param name="rays">The rays.</param>
    /// <param name="hits">Where they end.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel at the hit, in metres.</param>
    /// <param name="point">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Find(Bodies bodies, in Rays rays, in Hits hits, Wide mask, Wide footprint, out SurfacePoint point)
    {
        point = default;
        point.Position = Wide3.Along(rays.Origin, rays.Direction, hits.T);
        point.AtMiddle = point.Position;
        point.Body = hits.Body;
        point.Roughness = All(0.5f);
        point.Index = All(1.5f);
        var left = Bits(mask);
        while (left != 0)
        {
            var body = hits.Body.GetElement(FirstLane(left));
            var here = Vector512.Equals(hits.Body, Vector512.Create(body)).AsSingle() & mask;
            left &= ~Bits(here);
            var surface = bodies.SurfaceOf(body);
            ref readonly var motion = ref bodies.MotionOf(body);
            var data = bodies.MeshOf(body).Attributes;
            var at = Select(here, hits.Triangle, WideInt.Zero) * MeshIndex.Stride;
            var (u, v) = (hits.U, hits.V);
            var w = Wide.One - u - v;
            var normal = new Wide3(
                Fma(Gather(data, at), w, Fma(Gather(data + 3, at), u, Gather(data + 6, at) * v)),
                Fma(Gather(data + 1, at), w, Fma(Gather(data + 4, at), u, Gather(data + 7, at) * v)),
                Fma(Gather(data + 2, at), w, Fma(Gather(data + 5, at), u, Gather(data + 8, at) * v)));
            normal = Wide3.Normalize(motion.DirectionToWorld(normal, rays.Time));
            var facing = Wide3.Dot(normal, rays.Direction);
            var inside = Vector512.GreaterThan(facing, Wide.Zero);
            normal = Wide3.Select(inside, -normal, normal);
            var colour = Wide3.All(surface.Colour);
            if (surface.Picture is { } picture)
            {
                var x = Fma(Gather(data + 9, at), w, Fma(Gather(data + 11, at), u, Gather(data + 13, at) * v));
                var y = Fma(Gather(data + 10, at), w, Fma(Gather(data + 12, at), u, Gather(data + 14, at) * v));
                var texels = Gather(data + 15, at) * picture.Area * footprint * footprint * Inverse(Max(Vector512.Abs(facing), All(0.15f)));
                var level = Log2(Max(texels, All(1e-6f))) * 0.5f;
                var over = picture.Sample(x, y, level, out var alpha);
                colour = surface.CutOut ? over * Inverse(Max(alpha, All(0.02f))) : over + colour * (Wide.One - alpha);
            }

            point.Normal = Wide3.Select(here, normal, point.Normal);
            point.Base = Wide3.Select(here, colour, point.Base);
            point.Inside |= inside & here;
            point.AtMiddle = Wide3.Select(here, motion.AtMiddle(point.Position, rays.Time), point.AtMiddle);
            point.Emission = Wide3.Select(here, Wide3.All(surface.Emission), point.Emission);
            point.Roughness = Select(here, All(surface.Roughness), point.Roughness);
            point.Metallic = Select(here, All(surface.Metallic), point.Metallic);
            point.Coat = Select(here, All(surface.ClearCoat), point.Coat);
            point.Transmission = Select(here, All(surface.Transmission), point.Transmission);
            point.Index = Select(here, All(surface.RefractiveIndex), point.Index);
        }
    }
}
