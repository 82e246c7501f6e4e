using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>Develops the film: glow, vignette, tone curve, dither.</summary>
/// <param name="film">The film.</param>
/// <param name="bloom">Its glow.</param>
/// <param name="tone">The curve.</param>
/// <param name="exposure">Multiplier that the glow has already.</param>
/// <param name="grade">The look; null for a neutral one.</param>
internal sealed unsafe class Development(Film film, Bloom bloom, ToneMapping tone, float exposure, Grade? grade = null)
{
    private readonly float glow = 0.5f * Math.Clamp((grade ?? new Grade()).Bloom, 0, 4) / exposure;
    private readonly float vignette = Math.Clamp((grade ?? new Grade()).Vignette, 0, 1);

    /// <summary>Display values, 0 to 1, of sixteen pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Wide3 Pixels(int x, int y)
    {
        var at = y * film.Stride + x;
        var scene = new Wide3(
            Vector512.Load(film.Plane(0) + at), Vector512.Load(film.Plane(1) + at), Vector512.Load(film.Plane(2) + at));
        if (!bloom.IsDark(y)) scene += new Wide3(bloom.At(0, x, y), bloom.At(1, x, y), bloom.At(2, x, y)) * glow;
        var dx = (Ramp + All(x + 0.5f - film.Width / 2f)) * (2f / film.Width);
        var dy = (y + 0.5f - film.Height / 2f) * (2f / film.Height);
        var away = Fma(dx, dx, All(dy * dy)) * 0.5f;
        return tone.Display(scene * (Wide.One - away * away * vignette));
    }

    /// <summary>
    /// A dither of -1/2 to 1/2 that stays where it is from frame to frame (interleaved gradient noise: Jimenez, "Next Generation Post
    /// Processing in Call of Duty", 2014).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide Dither(Wide x, Wide y)
    {
        var a = Fma(x, All(0.06711056f), y * 0.00583715f);
        var b = (a - Vector512.Floor(a)) * 52.9829189f;
        return b - Vector512.Floor(b) - All(0.5f);
    }
}
