using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Render.Grounds;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Waters;

/// <summary>
/// Water: long waves and short ones on two squares that repeat differently, ripples and splashes of the shot on top; below it its own
/// colour, or the bottom, seen bent, tinted by the way through the water and lit by what the waves gather.
/// </summary>
internal sealed class WaterShading
{
    /// <summary>Refractive index of air to water.</summary>
    private const float Bend = 1 / 1.333f;

    /// <summary>How deep one sees into deep water, in metres.</summary>
    private const float Clear = 0.6f;

    private readonly Ground ground;
    private readonly WaveField swell;
    private readonly WaveField ripples;
    private readonly MovedSurface moved = new();
    private readonly Submersion bodies = new();
    private readonly Caustics caustics = new();
    private readonly GroundTile? bottom;
    private readonly Vector3 extinction;
    private Vector3 eye = Vector3.UnitY;

    public WaterShading(Ground ground, int seed)
    {
        this.ground = ground;
        var length = MathF.Max(0.05f, ground.WaveLength);
        // The highest of many waves stands two and a half deviations above the mean.
        var deviation = MathF.Max(0, ground.WaveHeight) / 2.5f;
        var spread = ground.Depth > 0 ? MathF.PI : 0.9f;
        swell = new WaveField(4 * length, 4, 36, 44, deviation, spread, (ulong)seed);
        ripples = new WaveField(0.37f * length, 2, 30, 36, deviation * 0.07f, MathF.PI * 0.8f, (ulong)seed + 1);
        if (ground.Depth > 0)
        {
            var below = ground with { Pattern = ground.Bottom, Colour = ground.Second, Second = ground.Second * 0.62f, Roughness = 0.8f };
            if (Painting.Of(ground.Bottom) is { } painting) bottom = new GroundTile(painting, below, seed);
            // Light goes down and up again: a white bottom seen straight down has the water's colour.
            extinction = -new Vector3(Log2(ground.Colour.X), Log2(ground.Colour.Y), Log2(ground.Colour.Z)) / (2 * ground.Depth);
        }

        else extinction = -new Vector3(Log2(ground.Colour.X), Log2(ground.Colour.Y), Log2(ground.Colour.Z)) / (2 * Clear);
        Move(0);
    }

    /// <summary>The colour that it has from far away, without what it mirrors.</summary>
    public Vector3 MeanColour => ground.Depth > 0 ? ground.Colour * (bottom?.Mean ?? ground.Second) : ground.Colour;

    /// <summary>Moves the water to an instant.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="state">The frame.</param>
    /// <param name="position">Of the camera.</param>
    public void Begin(Stage stage, FrameState state, Vector3 position)
    {
        eye = position;
        moved.Set(state.Water);
        Move(state.Time);
        bodies.Find(stage, state, ground.WaveHeight + 0.05f, ground.Depth > 0 ? ground.Depth : Clear);
    }

    /// <summary>Adds to what is seen of the water the bodies below its surface.</summary>
    /// <param name="take">The scene.</param>
    /// <param name="view">Directions of the rays that came to the surface.</param>
    /// <param name="point">On the surface.</param>
    /// <param name="mask">Lanes that count.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    /// <param name="sample">The water there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Submerge(Take take, in Wide3 view, in Wide3 point, Wide mask, Wide footprint, ref GroundSample sample)
    {
        var near = bodies.Near(point) & mask;
        if (!Any(near)) return;
        var cosine = Max(-Wide3.Dot(sample.Normal, view), All(0.02f));
        var bent = Bent(view, sample.Normal, cosine);
        // From just below the mean level on, so that the level itself is not in the way.
        var start = Max(point.Y - All(ground.Level), Wide.Zero) * Inverse(Max(-bent.Y, All(0.3f))) + All(2e-4f);
        var rays = new Rays { Origin = Wide3.Along(point, bent, start), Direction = bent };
        var seen = Glance.See(take, rays, near, footprint, Wide.Zero, false, Vector512.Create(-1), out var cover, out var way);
        if (!Any(Vector512.GreaterThan(cover, Wide.Zero))) return;
        // Down to the body with the lamps' light, and back up.
        var whole = Min(way, All(20)) * 1.8f;
        var passed = new Wide3(Exp2(whole * -extinction.X), Exp2(whole * -extinction.Y), Exp2(whole * -extinction.Z));
        var grazing = Wide.One - Saturate(cosine);
        var through = Fma(grazing * grazing * (grazing * grazing) * grazing, All(-0.98f), All(0.98f)) * cover;
        sample.Emission = seen * passed * through;
        sample.Albedo = sample.Albedo * (Wide.One - cover) + Wide3.All(ground.Colour * 0.3f) * (new Wide3(Wide.One, Wide.One, Wide.One) - passed) * through;
    }

    /// <summary>Height of the surface above the level, in metres.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide Height(Wide x, Wide z) => moved.Moves ? swell.Height(x, z) + moved.Height(x, z) : swell.Height(x, z);

    /// <summary>The water at points of its surface.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void At(Wide x, Wide z, Wide footprint, out GroundSample sample)
    {
        swell.Slopes(x, z, footprint, out var sx, out var sz, out var uneven);
        ripples.Slopes(Fma(x, All(0.8f), z * 0.6f), Fma(z, All(0.8f), x * -0.6f), footprint, out var rx, out var rz, out var finer);
        (sx, sz) = (sx + Fma(rx, All(0.8f), rz * -0.6f), sz + Fma(rz, All(0.8f), rx * 0.6f));
        uneven += finer;
        var height = swell.Height(x, z);
        if (moved.Moves)
        {
            var more = moved.At(x, z);
            (height, sx, sz) = (height + more.X, sx + more.Y, sz + more.Z);
        }

        var point = new Wide3(x, height + All(ground.Level), z);
        var view = Wide3.Normalize(point - Wide3.All(eye));
        var normal = Wide3.Normalize(new Wide3(-sx, Wide.One, -sz));
        // Seen flat, the far sides of waves are hidden: a normal never leans away from the eye.
        var away = Min(All(-0.03f) - Wide3.Dot(normal, view), Wide.Zero);
        normal = Wide3.Normalize(Wide3.Along(normal, view, away));
        var cosine = -Wide3.Dot(normal, view);
        var grazing = Wide.One - Saturate(cosine);
        var fresnel = Fma(grazing * grazing * (grazing * grazing) * grazing, All(0.98f), All(0.02f));
        sample.Normal = normal;
        var alpha = MathF.Pow(Math.Clamp(ground.Roughness, 0.02f, 0.5f), 4);
        sample.Roughness = Sqrt(Sqrt(Min(uneven + All(alpha), All(0.3f))));
        sample.Reflectance = All(MathF.Max(0.02f, ground.Reflectance));
        var below = ground.Depth > 0 ? Bottom(point, view, normal, cosine, height, footprint) : Deep(view, height, cosine);
        // Where water is steep it breaks and carries air.
        var steep = Fma(sx, sx, sz * sz);
        var foam = SmoothStep(All(0.1f), All(0.42f), steep);
        if (Any(Vector512.GreaterThan(foam, Wide.Zero)))
        {
            foam *= Saturate(Fma(Noise.Fractal(x * 40, z * 40, footprint * 40, 3, 3), All(1.3f), All(0.6f)));
            sample.Roughness = Lerp(sample.Roughness, All(0.7f), foam);
        }

        sample.Emission = Wide3.Zero;
        sample.Albedo = Wide3.Lerp(below * (Wide.One - fresnel), Wide3.All(new Vector3(0.8f)), foam);
    }

    /// <summary>Snell's law.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide3 Bent(in Wide3 view, in Wide3 normal, Wide cosine)
    {
        var k = Wide.One - (Wide.One - cosine * cosine) * (Bend * Bend);
        return Wide3.Along(view * All(Bend), normal, cosine * Bend - Sqrt(k));
    }

    private static float Log2(float part) => MathF.Log2(Math.Clamp(part, 0.004f, 0.98f));

    private void Move(double time)
    {
        swell.Move(time);
        ripples.Move(time);
        if (ground.Depth > 0) caustics.Cast(swell, ground.Depth);
    }

    /// <summary>Light that comes back from deep water; crests are thin and let some through.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Wide3 Deep(in Wide3 view, Wide height, Wide cosine)
    {
        var crest = Saturate(Fma(height, All(0.5f / MathF.Max(0.001f, ground.WaveHeight)), All(0.25f)));
        var through = crest * (Wide.One - Saturate(-view.Y * 1.5f)) * Saturate(cosine * 2);
        return Wide3.Lerp(Wide3.All(ground.Colour), Wide3.All(ground.Second), Saturate(through * 1.4f));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private Wide3 Bottom(in Wide3 point, in Wide3 view, in Wide3 normal, Wide cosine, Wide height, Wide footprint)
    {
        var bent = Bent(view, normal, cosine);
        var down = Max(-bent.Y, All(0.3f));
        var way = (All(ground.Depth) + height) * Inverse(down);
        var (x, z) = (Fma(bent.X, way, point.X), Fma(bent.Z, way, point.Z));
        // What is near the surface is magnified by its slopes; what is far below is no sharper than they leave it.
        var size = footprint * 1.2f;
        var seen = bottom is null ? Wide3.All(ground.Second) : bottom.Colour(x, z, size);
        var gathered = caustics.At(x, z, swell.Width, size);
        // Half of the light is the sun's, which the waves gather.
        var light = Fma(gathered, All(0.62f), All(0.38f));
        var whole = way + All(ground.Depth);
        var passed = new Wide3(Exp2(whole * -extinction.X), Exp2(whole * -extinction.Y), Exp2(whole * -extinction.Z));
        var scattered = Wide3.All(ground.Colour * 0.22f) * (new Wide3(Wide.One, Wide.One, Wide.One) - passed);
        return seen * light * passed + scattered;
    }
}
