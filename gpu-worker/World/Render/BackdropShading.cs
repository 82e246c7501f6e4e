using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Chances;
using SoraFunctions.World.Render.Around;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The backdrop: a gradient, a sky or a picture all around, a glow, stars, and lamps out of focus.</summary>
internal sealed class BackdropShading
{
    /// <summary>Texels around a sky.</summary>
    private const int SkyWidth = 1024;

    /// <summary>Most lamps that there can be.</summary>
    public const int MostLamps = 61;

    private const int LampRow = 64;

    /// <summary>So many times the half-width of a lobe and the size of a lamp is as far as it is seen in the lobe.</summary>
    private const float LampReach = 1 / 0.6f;

    private readonly Backdrop backdrop;
    private readonly Lamp[] lamps;

    /// <summary>Directions and sizes of the lamps, axis by axis, filled up with lamps of no size.</summary>
    private readonly float[] lampAxes;

    /// <summary>So many lamps are worth being prepared for wide lobes.</summary>
    private const int Many = 8;

    private readonly LampLobes? lobes;
    private readonly float glowSharpness;
    private readonly SphereMap? panorama;
    private readonly SphereMap? sky;
    private readonly Stars? stars;
    private readonly Globe? globe;

    public BackdropShading(Stage stage)
    {
        backdrop = stage.Backdrop;
        glowSharpness = 1 / MathF.Max(1e-4f, backdrop.GlowSize * backdrop.GlowSize);
        lamps = Scatter(Math.Clamp(backdrop.Lamps, 0, MostLamps - 1), unchecked((ulong)stage.Seed));
        var seed = unchecked((int)(stage.Seed * 2654435761 >> 9)) & 0xffff;
        if (backdrop.Panorama is { } picture) panorama = Map(picture);
        else if (backdrop.Sky is { } day)
        {
            var light = new Daylight(day, seed);
            sky = light.Bake(SkyWidth);
            lamps = [.. lamps, new Lamp(light.Sun, light.SunColour * (8 * day.Brightness), 0.009f)];
        }

        lampAxes = new float[4 * LampRow];
        for (var i = 0; i < LampRow; i++)
        {
            var lamp = i < lamps.Length ? lamps[i] : new Lamp(Vector3.Zero, Vector3.Zero, -LampRow);
            (lampAxes[i], lampAxes[LampRow + i], lampAxes[2 * LampRow + i]) = (lamp.Direction.X, lamp.Direction.Y, lamp.Direction.Z);
            lampAxes[3 * LampRow + i] = lamp.Size;
        }

        if (lamps.Length >= Many) lobes = new LampLobes((direction, spread) => Gathered(direction, spread));
        if (backdrop.Stars > 0) stars = new Stars(Math.Min(backdrop.Stars, 4000), unchecked((ulong)stage.Seed));
        if (backdrop.Planet is { } planet) globe = new Globe(planet, seed);
    }

    /// <summary>Whether there are lamps out of focus.</summary>
    public bool HasLamps => lamps.Length > 0;

    /// <summary>
    /// Radiance as seen, without the lamps. Of a gradient and a sky, what is below the horizon has the horizon's colour.
    /// </summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Radiance(in Wide3 direction, float blur = 0)
    {
        var colour = panorama is not null && backdrop.Panorama is { Shown: true } shown
            ? panorama.Radiance(direction, blur) * shown.Brightness
            : sky is not null ? sky.Radiance(direction, blur) : Gradient(direction);
        if (stars is not null) colour += stars.Light(direction, blur);
        return globe is null ? colour : globe.Over(direction, colour, blur);
    }

    /// <summary>Radiance that lights bodies and is mirrored by them: that of a picture also where the camera does not see it.</summary>
    /// <param name="direction">Unit length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Light(in Wide3 direction)
    {
        if (panorama is null) return Radiance(direction);
        var colour = panorama.Radiance(direction) * backdrop.Panorama!.Brightness;
        return globe is null ? colour : globe.Over(direction, colour, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Gradient(in Wide3 direction)
    {
        var height = Saturate(direction.Y);
        var climb = Wide.One - (Wide.One - height) * (Wide.One - height);
        var colour = Wide3.Lerp(Wide3.All(backdrop.Horizon), Wide3.All(backdrop.Zenith), climb);
        if (backdrop.Glow != Vector3.Zero)
        {
            // 2 (1 - cos) is the squared angle of a small angle and stays smooth for large ones.
            var angle = All(2) * (Wide.One - Wide3.Dot(direction, Wide3.All(backdrop.GlowDirection)));
            colour += Wide3.All(backdrop.Glow) * Exp2(angle * (-1.4427f * glowSharpness));
        }

        return colour;
    }

    private static SphereMap Map(Panorama picture)
    {
        var rgb = new Vector3[picture.Width * picture.Height];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = new Vector3(picture.Rgb[3 * i], picture.Rgb[3 * i + 1], picture.Rgb[3 * i + 2]);
        return new SphereMap(rgb, picture.Width, picture.Height, picture.Turn);
    }

    /// <summary>The size, as an angle, of the finest detail in it, the lamps left out.</summary>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    public float Finest(float blur)
    {
        var finest = backdrop.Glow == Vector3.Zero ? MathF.PI : backdrop.GlowSize;
        if ((backdrop.Panorama is { Shown: true } ? panorama : sky) is { } map) finest = MathF.Min(finest, map.Finest(blur));
        return stars is null && globe is null ? finest : MathF.Min(finest, blur * 0.35f);
    }

    /// <summary>Finds the lamps whose discs may lie within an angle around a direction.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="reach">The angle.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    /// <param name="found">Their numbers; room for <see cref="MostLamps"/>.</param>
    /// <returns>How many.</returns>
    public int Near(Vector3 direction, float reach, float blur, Span<int> found)
    {
        var count = 0;
        for (var i = 0; i < lamps.Length; i++)
        {
            var apart = MathF.Sqrt(MathF.Max(0, 2 - 2 * Vector3.Dot(direction, lamps[i].Direction)));
            if (apart < reach + 1.06f * MathF.Max(0.5f * blur, lamps[i].Size)) found[count++] = i;
        }

        return count;
    }

    /// <summary>Lamps as seen out of focus: discs that keep their brightness as they grow, which is how they please the eye.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="blur">Diameter, as an angle, of the disc that a far point becomes.</param>
    /// <param name="which">Numbers of the lamps.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Discs(in Wide3 direction, float blur, ReadOnlySpan<int> which)
    {
        var sum = Wide3.Zero;
        foreach (var number in which)
        {
            ref readonly var lamp = ref lamps[number];
            var distance = Apart(direction, lamp);
            var radius = MathF.Max(0.5f * blur, lamp.Size);
            var inside = Saturate((All(radius) - distance) * (10 / radius) + All(0.5f));
            if (!Any(Vector512.GreaterThan(inside, Wide.Zero))) continue;
            // The rim is a little brighter, as a lens draws it.
            var ring = distance * (1 / radius);
            sum += Wide3.All(lamp.Colour) * (inside * Fma(ring * ring, All(0.35f), All(0.75f)));
        }

        return sum;
    }

    /// <summary>The lamps' light in a lobe around a mirror direction; here they have their true brightness.</summary>
    /// <param name="direction">Unit length.</param>
    /// <param name="spread">Half-width of the lobe in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Mirrored(in Wide3 direction, Wide spread)
    {
        if (lobes is null) return Gathered(direction, spread);
        var wide = Vector512.GreaterThanOrEqual(spread, All(LampLobes.Narrowest));
        if (!Any(wide)) return Gathered(direction, spread);
        var looked = lobes.At(direction, spread);
        return Any(~wide) ? Wide3.Select(wide, looked, Gathered(direction, spread)) : looked;
    }

    /// <summary>As <see cref="Mirrored"/>, added up lamp by lamp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Wide3 Gathered(in Wide3 direction, Wide spread)
    {
        var sum = Wide3.Zero;
        for (var left = Near(direction, spread); left != 0; left &= left - 1)
        {
            ref readonly var lamp = ref lamps[FirstLane(left)];
            var radius = spread + All(lamp.Size);
            if (!Any(Vector512.LessThan(Wide.One - Wide3.Dot(direction, Wide3.All(lamp.Direction)), radius * radius * (0.5f * LampReach * LampReach)))) continue;
            var inverse = Inverse(radius);
            var near = Saturate(Wide.One - Apart(direction, lamp) * inverse * (1 / LampReach));
            var thinned = inverse * lamp.Size;
            sum += Wide3.All(lamp.Colour * TrueBrightness) * (near * near * thinned * thinned);
        }

        return sum;
    }

    /// <summary>The lamps, a bit each, that may be near one of sixteen lobes: most are far from all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Near(in Wide3 direction, Wide spread)
    {
        var axis = new Vector3(direction.X.ToScalar(), direction.Y.ToScalar(), direction.Z.ToScalar());
        // Lengths of chords, for which no way round is shorter; half of a chord's square is one less the cosine.
        var widest = MathF.Sqrt(2 * MathF.Max(0, -Least(Wide3.Dot(direction, Wide3.All(axis)) - Wide.One)));
        var reach = widest - LampReach * Least(-spread) + 1e-3f;
        var near = 0ul;
        for (var i = 0; i < LampRow; i += Wide.Count)
        {
            var cosine = Axis(0, i) * axis.X + Axis(1, i) * axis.Y + Axis(2, i) * axis.Z;
            var chord = Max(Fma(Axis(3, i), All(LampReach), All(reach)), Wide.Zero);
            near |= Bits(Vector512.LessThan(Wide.One - cosine, chord * chord * 0.5f)) << i;
        }

        return near;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide Axis(int axis, int lamp) => Vector512.LoadUnsafe(ref lampAxes[0], (nuint)(axis * LampRow + lamp));

    /// <summary>How much brighter the lamps are than the film can show.</summary>
    private const float TrueBrightness = 9;

    /// <summary>Angle between a direction and a lamp, in radians, good where it is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Apart(in Wide3 direction, in Lamp lamp) =>
        Sqrt(All(2) * (Wide.One - Wide3.Dot(direction, Wide3.All(lamp.Direction))));

    private static Lamp[] Scatter(int count, ulong seed)
    {
        var chance = new Chance(seed);
        var result = new Lamp[count];
        for (var i = 0; i < count; i++)
        {
            // More of them in front of a camera that looks towards -z, and low, as along a street; not so low that the ground cuts their discs.
            var spread = 2 * chance.NextSingle() - 1;
            var azimuth = i % 4 == 3 ? MathF.PI * spread : 0.8f * spread;
            var height = 0.05f + 0.28f * chance.NextSingle() * chance.NextSingle();
            var direction = Vector3.Normalize(new Vector3(MathF.Sin(azimuth), height, -MathF.Cos(azimuth)));
            var hue = chance.NextSingle();
            var colour = hue < 0.5f ? new Vector3(1, 0.62f, 0.28f) : hue < 0.72f ? new Vector3(1, 0.85f, 0.65f)
                : hue < 0.87f ? new Vector3(0.35f, 0.6f, 1) : new Vector3(1, 0.25f, 0.3f);
            result[i] = new Lamp(direction, colour * (0.5f + 1.6f * chance.NextSingle() * chance.NextSingle()), 0.008f + 0.016f * chance.NextSingle());
        }

        return result;
    }

    private readonly record struct Lamp(Vector3 Direction, Vector3 Colour, float Size);
}
