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
    private readonly float middleX = film.Width / 2f - 0.5f;
    private readonly float middleY = film.Height / 2f - 0.5f;
    private readonly float perWidth = 2f / film.Width;
    private readonly float perHeight = 2f / film.Height;
    private readonly float vignette = Math.Clamp((grade ?? new Grade()).Vignette, 0, 1);

    /// <summary>Display values, 0 to 1, of sixteen pixels.</summary>
    public Wide3 Pixels(int x, int y) => tone.Display(Exposed(x, y));

    /// <summary>As <see cref="Pixels(int, int)"/>, of sixteen pixels and those below them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pixels(int x, int y, out Wide3 upper, out Wide3 lower)
    {
        (upper, lower) = (Exposed(x, y), Exposed(x, y + 1));
        tone.Display(ref upper, ref lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wide3 Exposed(int x, int y)
    {
        var at = y * film.Stride + x;
        var scene = new Wide3(
            Vector512.Load(film.Plane(0) + at), Vector512.Load(film.Plane(1) + at), Vector512.Load(film.Plane(2) + at));
        if (!bloom.IsDark(y)) scene = Glowing(scene, x, y);
        var dx = (Ramp + All(x - middleX)) * perWidth;
        var dy = (y - middleY) * perHeight;
        var away = Fma(dx, dx, All(dy * dy)) * 0.5f;
        return scene * (Wide.One - away * away * vignette);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Wide3 Glowing(in Wide3 scene, int x, int y) => scene + new Wide3(bloom.At(0, x, y), bloom.At(1, x, y), bloom.At(2, x, y)) * glow;

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
