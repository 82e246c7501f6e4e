using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>
/// The part of a picture that sixteen pixels cover. Seen askew it is long and narrow: then a few samples along its length keep print
/// legible where one wide one would blur it (the idea of McCormack et al., "Feline", 1999).
/// </summary>
internal readonly struct TextureSpot
{
    private const int MostTaps = 4;
    private readonly Wide x;
    private readonly Wide y;
    private readonly Wide alongX;
    private readonly Wide alongY;
    private readonly Wide size;
    private readonly int taps;

    /// <param name="data">The triangles.</param>
    /// <param name="direction">Of the rays, in the body's space.</param>
    /// <param name="face">The product of the triangles' edges.</param>
    /// <param name="u">Weight of the second corner.</param>
    /// <param name="v">Weight of the third corner.</param>
    /// <param name="footprint">Width of a pixel at the point in metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TextureSpot(in Interpolant data, in Wide3 direction, in Wide3 face, Wide u, Wide v, Wide footprint)
    {
        data.Place(u, v, out x, out y);
        var normal = Wide3.Normalize(face);
        var cosine = Wide3.Dot(normal, direction);
        var lean = Wide3.Normalize(Wide3.Along(direction, normal, -cosine));
        var stretch = Inverse(Max(Vector512.Abs(cosine), All(1f / MostTaps)));
        taps = Math.Clamp((int)(Vector512.Sum(Max(stretch - All(0.3f), Wide.One)) / 16), 1, MostTaps);
        if (taps > 1)
        {
            data.Change(lean * (footprint * stretch), face, out alongX, out alongY);
        }

        // Area of one tap in units of the whole picture's.
        size = data.TextureArea * footprint * footprint * stretch * (1f / taps);
    }

    /// <summary>Samples a picture over the spot.</summary>
    public Wide3 Sample(TextureSampler picture, out Wide alpha)
    {
        var level = Log2(Max(size * picture.Area, All(1e-6f))) * 0.5f - All(0.25f);
        if (taps == 1) return picture.Sample(x, y, level, out alpha);
        var sum = Wide3.Zero;
        alpha = Wide.Zero;
        for (var i = 0; i < taps; i++)
        {
            var t = (i + 0.5f) / taps - 0.5f;
            sum += picture.Sample(Fma(alongX, All(t), x), Fma(alongY, All(t), y), level, out var a);
            alpha += a;
        }

        alpha *= 1f / taps;
        return sum * (1f / taps);
    }
}
