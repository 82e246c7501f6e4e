using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Around;

/// <summary>A planet as seen: a sphere lit by a far sun, seas and clouds on it, and a thin shell of air that glows at its limb.</summary>
internal sealed class Globe(DistantPlanet planet, int seed)
{
    /// <summary>Height of the air as part of the radius, after which it has thinned to a third.</summary>
    private const float Air = 0.018f;

    private readonly Vector3 sun = Vector3.Normalize(planet.Sun);
    private readonly float sine = MathF.Sin(Math.Clamp(planet.Size, 0.01f, 1.4f));

    /// <summary>Puts the planet over what is behind it.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="behind">What is seen where the planet is not.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Over(in Wide3 direction, in Wide3 behind, float blur)
    {
        // The planet has radius 1; its middle lies 1 / sine away.
        var middle = planet.Direction / sine;
        var along = Wide3.Dot(direction, Wide3.All(middle));
        var nearest = Wide3.Along(Wide3.All(-middle), direction, along);
        var miss = Sqrt(Wide3.Dot(nearest, nearest));
        if (!Any(Vector512.LessThan(miss, All(1 + 7 * Air)) & Vector512.GreaterThan(along, Wide.Zero))) return behind;
        var soft = (0.0008f + 0.5f * blur) / sine;
        var inside = Saturate((Wide.One - miss) * (1 / soft) + All(0.5f)) & Vector512.GreaterThan(along, Wide.Zero);
        var depth = Sqrt(Wide.One - miss * miss);
        var normal = Wide3.Normalize(Wide3.Along(nearest, direction, -depth));
        var high = Max(miss - Wide.One, Wide.Zero);
        var shell = Exp2(high * (-1.4427f / Air)) & Vector512.GreaterThan(along, Wide.Zero);
        var sunlit = SmoothStep(All(-0.22f), All(0.35f), Wide3.Dot(normal, Wide3.All(sun)));
        var glow = Wide3.All(planet.Air) * (sunlit * shell);
        var colour = behind * (Wide.One - inside) + glow * (Wide.One - inside);
        if (!Any(Vector512.GreaterThan(inside, Wide.Zero))) return colour;
        // Towards the limb the way through the air grows and its blue covers the ground.
        var veil = Wide.One - Exp2(Inverse(Fma(depth, All(9), All(0.35f))) * -1.1f);
        return colour + Wide3.Lerp(Ground(normal, blur), Wide3.All(planet.Air) * sunlit, veil) * inside;
    }

    private Wide3 Ground(in Wide3 normal, float blur)
    {
        var day = SmoothStep(All(-0.08f), All(0.9f), Wide3.Dot(normal, Wide3.All(sun)));
        // Octahedral projections of both hemispheres would show a seam; three planes blended do not.
        var land = Layer(normal, 1.7f, 5, blur, 0);
        var cloud = Layer(normal, 2.6f, 6, blur, 40);
        var ground = Wide3.Lerp(Wide3.All(planet.Sea), Wide3.All(planet.Land), SmoothStep(All(0.04f), All(0.16f), land));
        return Wide3.Lerp(ground, Wide3.All(new Vector3(0.85f)), SmoothStep(All(0.02f), All(0.42f), cloud) * 0.85f) * day;
    }

    private Wide Layer(in Wide3 n, float scale, int octaves, float blur, int salt)
    {
        var size = All(scale * (0.004f + blur) / sine);
        var (ax, ay, az) = (n.X * n.X, n.Y * n.Y, n.Z * n.Z);
        return Fma(Noise.Fractal(n.Y * scale, n.Z * scale, size, octaves, seed + salt), ax,
            Fma(Noise.Fractal(n.Z * scale, n.X * scale, size, octaves, seed + salt + 11), ay,
                Noise.Fractal(n.X * scale, n.Y * scale, size, octaves, seed + salt + 23) * az));
    }
}
