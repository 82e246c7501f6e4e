using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Follows light through clear bodies: refracted where it enters and leaves, tinted on its way.</summary>
internal static class Glass
{
    private const int MostSurfaces = 7;

    /// <summary>Metres of the material after which white light has taken on its colour.</summary>
    private const float TintDepth = 0.02f;

    /// <summary>What is seen through a clear surface.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="rays">The rays that came to it.</param>
    /// <param name="entry">The surface.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Wide3 Through(Take take, in Rays rays, in SurfacePoint entry, Wide mask, Wide footprint)
    {
        var point = entry;
        var ray = rays;
        var throughput = new Wide3(Wide.One, Wide.One, Wide.One);
        var colour = Wide3.Zero;
        var (travelled, plane) = (Wide.Zero, Wide.Zero);
        for (var surface = 0; ; surface++)
        {
            throughput *= Wide3.Select(point.Inside & ~point.Thin, Tint(point.Base, travelled), new Wide3(Wide.One, Wide.One, Wide.One));
            Cross(take, point, ref ray);
            Hits hits = default;
            // What stands on the ground touches it, and its own surface comes first.
            plane = take.Floor.Meet(ray);
            hits.T = Select(mask, plane + All(1e-3f), All(-1));
            hits.Body = Vector512.Create(-1);
            take.Bodies.Trace(ray, ref hits, Quest.Surface, Vector512.Create(-1));
            travelled = hits.T;
            var onBody = Vector512.GreaterThanOrEqual(hits.Body, WideInt.Zero).AsSingle() & mask;
            if (!Any(onBody)) break;
            SurfacePoint.Find(take.Bodies, ray, hits, onBody, Fma(hits.T, All(take.Lens.PixelAngle), footprint), out point);
            var clear = Vector512.GreaterThan(point.Transmission, All(0.05f)) & onBody;
            var opaque = onBody & ~clear;
            if (Any(opaque))
            {
                take.Map.ReadNearest(take.Lens, point.Position, point.Body, opaque, take.Lighting.Lamps.Length, out var visible);
                colour += Wide3.Only(opaque, throughput * Shading.Body(take.Lighting, point, ray.Direction, visible, Wide3.Zero, Wide.Zero));
            }

            var away = mask & ~onBody;
            if (Any(away)) colour += Wide3.Only(away, throughput * Beyond(take, ray, plane, away, footprint));
            mask = clear;
            if (!Any(mask)) return colour;
            if (surface < MostSurfaces) continue;
            return colour + Wide3.Only(mask, throughput * take.Lighting.Around.Radiance(ray.Direction, All(0.1f)));
        }

        return colour + Wide3.Only(mask, throughput * Beyond(take, ray, plane, mask, footprint));
    }

    /// <summary>Beer and Lambert's law, with the body's colour as what is left after <see cref="TintDepth"/>.</summary>
    private static Wide3 Tint(in Wide3 colour, Wide way)
    {
        var depth = Min(way * (1 / TintDepth), All(4));
        return new Wide3(Power(colour.X, depth), Power(colour.Y, depth), Power(colour.Z, depth));
    }

    /// <summary>Snell's law; where it has no solution, total reflection.</summary>
    private static void Cross(Take take, in SurfacePoint point, ref Rays ray)
    {
        var index = Select(point.Thin, Wide.One, point.Index);
        var eta = Select(point.Inside, index, Inverse(index));
        var cosine = -Wide3.Dot(ray.Direction, point.Normal);
        var k = Wide.One - eta * eta * (Wide.One - cosine * cosine);
        var bent = Wide3.Along(ray.Direction * eta, point.Normal, eta * cosine - Sqrt(k));
        var total = Vector512.LessThan(k, Wide.Zero);
        ray.Direction = Wide3.Normalize(Wide3.Select(total, Wide3.Reflect(ray.Direction, point.Normal), bent));
        ray.Origin = Wide3.Along(point.Position, ray.Direction, All(2e-4f));
        // What stands on the ground touches it: a ray that leaves there starts just above.
        var level = All(take.Stage.Ground.Level);
        var (x, y, z) = (ray.Origin.X, ray.Origin.Y, ray.Origin.Z);
        y = Select(Vector512.LessThan(Vector512.Abs(y - level), All(1e-3f)), Max(y, level + All(2e-5f)), y);
        ray.Origin = new Wide3(x, y, z);
    }

    /// <summary>The ground, the lamps or the backdrop at the end of rays that meet no more bodies.</summary>
    private static Wide3 Beyond(Take take, in Rays ray, Wide plane, Wide mask, Wide footprint)
    {
        var seen = Glance.SeeEnd(take, ray, plane, mask, footprint, out var cover);
        var open = Wide.One - cover;
        if (!Any(Vector512.GreaterThan(open, Wide.Zero) & mask)) return seen;
        var sky = take.Lighting.Backdrop.Radiance(ray.Direction);
        var lamps = take.Lighting.LampsMirrored(ray.Origin, ray.Direction, All(0.1f), Visibility.Free, Wide.One);
        return seen + (sky + lamps * 0.6f) * open;
    }
}
