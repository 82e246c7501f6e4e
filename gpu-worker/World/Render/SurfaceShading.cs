using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>What is seen of the surfaces of bodies.</summary>
/// <param name="take">The scene.</param>
internal sealed unsafe class SurfaceShading(Take take)
{
    /// <summary>Finds the points that rays through a block of 4 by 4 pixels or places see.</summary>
    /// <param name="rays">The rays.</param>
    /// <param name="body">The body of each lane.</param>
    /// <param name="slot">The triangle of each lane.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="angle">Between neighbouring rays, in radians.</param>
    /// <param name="point">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(in Rays rays, WideInt body, WideInt slot, Wide mask, float angle, out SurfacePoint point) =>
        SurfacePoint.Find(take.Bodies, rays, body, slot, mask, angle, true, out point);

    /// <summary>What surfaces that all are plain make of their light at a block of 4 by 4 places, so filtered as for pixels.</summary>
    /// <param name="point">The surfaces; they are changed.</param>
    /// <param name="view">Directions of the rays that came to them.</param>
    /// <param name="place">The triangle of each lane, by its place in the setup.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="places">The light there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Response Respond(ref SurfacePoint point, in Wide3 view, WideInt place, Wide mask, ref LightPlaces places)
    {
        // The normal turns between places twice as far as between pixels.
        Smoothen(ref point, take.Facets(place, mask), mask, 0.25f);
        take.Map.Read(ref places, take.Lighting.Lamps.Length, out var visible, out var mirrored, out var cover);
        return Shading.Respond(take.Lighting, point, view, visible, mirrored, cover);
    }

    /// <summary>Radiance towards the viewer.</summary>
    /// <param name="point">The points; they are changed.</param>
    /// <param name="rays">The rays that came to them.</param>
    /// <param name="place">Their triangles, by their places in the setup.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="places">The light there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Light<TPlaces>(ref SurfacePoint point, in Rays rays, WideInt place, Wide mask, ref TPlaces places)
        where TPlaces : struct, IPlaces
    {
        Smoothen(ref point, take.Facets(place, mask), mask, 1);
        take.Map.Read(ref places, take.Lighting.Lamps.Length, out var visible, out var mirrored, out var cover);
        visible.Sky *= point.Occlusion;
        var clear = Vector512.GreaterThan(point.Transmission, All(0.05f)) & mask;
        if (!Any(clear)) return Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var entry = point;
        point.Base *= Wide.One - point.Transmission;
        var front = Shading.Body(take.Lighting, point, rays.Direction, visible, mirrored, cover);
        var through = Glass.Through(take, rays, entry, clear, point.Distance * take.Lens.PixelAngle);
        // What Schlick's approximation of Fresnel's law does not mirror.
        var grazing = Wide.One - Min(Vector512.Abs(Wide3.Dot(rays.Direction, point.Normal)), Wide.One);
        var passed = Fma(grazing * grazing * grazing * grazing * grazing, All(-0.96f), All(0.96f)) * point.Transmission;
        return front + Wide3.Only(clear, through * passed);
    }

    /// <summary>
    /// Where the normal turns from pixel to pixel, a surface is as rough as it is curved there, so that highlights do not sparkle
    /// (Tokuyoshi and Kaplanyan, "Improved Geometric Specular Antialiasing", 2019).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Smoothen(ref SurfacePoint point, WideInt facet, Wide mask, float part)
    {
        var beside = Vector512.Create(1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14);
        var below = Vector512.Create(4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11);
        var turn = Turn(point, facet, beside, mask) + Turn(point, facet, below, mask);
        // Variance of a pixel's normals, with half the weight of a pixel-wide filter, and no more than a satin finish.
        var more = Min(turn * (0.5f * part), All(0.18f));
        point.Roughness = Widened(point.Roughness, more);
        point.CoatRoughness = Widened(point.CoatRoughness, more);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Turn(in SurfacePoint point, WideInt facet, WideInt neighbour, Wide mask)
    {
        var n = new Wide3(
            Vector512.Shuffle(point.Normal.X, neighbour), Vector512.Shuffle(point.Normal.Y, neighbour), Vector512.Shuffle(point.Normal.Z, neighbour));
        // A crease is no curve.
        var same = Vector512.Equals(Vector512.Shuffle(facet, neighbour), facet).AsSingle() & Vector512.Shuffle(mask, neighbour);
        var d = n - point.Normal;
        return Wide3.Dot(d, d) & same;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Widened(Wide roughness, Wide more)
    {
        var alpha = roughness * roughness;
        return Sqrt(Sqrt(Min(Fma(alpha, alpha, more), Wide.One)));
    }
}
