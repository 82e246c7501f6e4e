using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render;

/// <summary>The glow of a lens around highlights: light above white, blurred at a quarter of the size.</summary>
internal sealed unsafe class Bloom
{
    private const int Factor = 4;
    private readonly Film film;
    private readonly float[] bright;
    private readonly float[] blurred;
    private readonly float[] kernel;
    private readonly bool[] glows;
    private readonly bool[] lit;

    public Bloom(Film film)
    {
        this.film = film;
        Columns = (film.Across / Factor + 15) & ~15;
        Rows = film.Rows / Factor;
        Stride = Columns + 2 * Margin;
        bright = GC.AllocateArray<float>(3 * Stride * Rows + 64, pinned: true);
        blurred = GC.AllocateArray<float>(3 * Stride * Rows + 64, pinned: true);
        glows = new bool[Rows];
        lit = new bool[Rows];
        kernel = Kernel(Math.Max(film.Width, film.Height) / Factor * 0.018f);
    }

    /// <summary>Blur reaches no farther than this.</summary>
    private const int Margin = 32;

    public int Columns { get; }

    public int Rows { get; }

    private int Stride { get; }

    /// <summary>Finds what is brighter than white in one row of the small picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(int row, float exposure)
    {
        var most = 0f;
        for (var x = 0; x < film.Across / Factor; x += Factor)
        {
            if (Peak(row, x) * exposure > 1)
            {
                for (var i = 0; i < Factor; i++) most = MathF.Max(most, Gather(row, x + i, exposure));
                continue;
            }

            for (var plane = 0; plane < 3; plane++) Vector128<float>.Zero.Store(Row(bright, plane, row) + x);
        }

        glows[row] = most > 0;
    }

    /// <summary>The brightest channel of any pixel under four places of the small picture.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Peak(int row, int x)
    {
        var peak = Wide.Zero;
        for (var dy = 0; dy < Factor; dy++)
        {
            var at = Math.Min(row * Factor + dy, film.Height - 1) * film.Stride + x * Factor;
            peak = Max(peak, Max(Vector512.Load(film.Plane(0) + at), Max(Vector512.Load(film.Plane(1) + at), Vector512.Load(film.Plane(2) + at))));
        }

        var half = Vector256.Max(peak.GetLower(), peak.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return MathF.Max(MathF.Max(quarter[0], quarter[1]), MathF.Max(quarter[2], quarter[3]));
    }

    /// <summary>Fills one place of the small picture; gives how far it is above white.</summary>
    private float Gather(int row, int x, float exposure)
    {
        float r = 0, g = 0, b = 0;
        for (var dy = 0; dy < Factor; dy++)
        {
            var at = Math.Min(row * Factor + dy, film.Height - 1) * film.Stride + x * Factor;
            r += Vector128.Sum(Vector128.Load(film.Plane(0) + at));
            g += Vector128.Sum(Vector128.Load(film.Plane(1) + at));
            b += Vector128.Sum(Vector128.Load(film.Plane(2) + at));
        }

        var scale = exposure / (Factor * Factor);
        var peak = MathF.Max(r, MathF.Max(g, b)) * scale;
        var over = MathF.Max(0, peak - 1);
        // Nothing below white, all of what is far above, capped so that one lamp does not flood the picture.
        var part = MathF.Min(over, 6) / MathF.Max(peak, 1e-4f) * scale;
        Row(bright, 0, row)[x] = r * part;
        Row(bright, 1, row)[x] = g * part;
        Row(bright, 2, row)[x] = b * part;
        return over;
    }

    /// <summary>Blurs one row sideways.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Across(int row)
    {
        if (!glows[row])
        {
            for (var plane = 0; plane < 3; plane++) new Span<float>(Row(blurred, plane, row), Columns).Clear();
            return;
        }

        for (var plane = 0; plane < 3; plane++)
        for (var x = 0; x < Columns; x += 16)
        {
            var sum = Wide.Zero;
            var from = Row(bright, plane, row) + x;
            for (var k = 0; k < kernel.Length; k++) sum = Fma(Vector512.Load(from + k - kernel.Length / 2), All(kernel[k]), sum);
            sum.Store(Row(blurred, plane, row) + x);
        }
    }

    /// <summary>Blurs one row up and down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Down(int row)
    {
        // Where nothing glows near by, the row is dark already.
        var (above, below) = (Math.Max(0, row - kernel.Length / 2), Math.Min(Rows - 1, row + kernel.Length / 2));
        lit[row] = glows.AsSpan(above, below - above + 1).Contains(true);
        if (!lit[row]) return;
        for (var plane = 0; plane < 3; plane++)
        for (var x = 0; x < Columns; x += 16)
        {
            var sum = Wide.Zero;
            for (var k = 0; k < kernel.Length; k++)
            {
                var y = Math.Clamp(row + k - kernel.Length / 2, 0, Rows - 1);
                sum = Fma(Vector512.Load(Row(blurred, plane, y) + x), All(kernel[k]), sum);
            }

            sum.Store(Row(bright, plane, row) + x);
        }
    }

    /// <summary>Whether nothing glows in a row of the film.</summary>
    /// <param name="y">From the top.</param>
    public bool IsDark(int y)
    {
        var above = Above(y, out _);
        return !lit[above] && !lit[Math.Min(above + 1, Rows - 1)];
    }

    /// <summary>The glow at sixteen neighbouring pixels, exposed.</summary>
    /// <param name="plane">0 red, 1 green, 2 blue.</param>
    /// <param name="x">The first of them, a multiple of sixteen.</param>
    /// <param name="y">From the top.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide At(int plane, int x, int y)
    {
        var y0 = Above(y, out var share);
        var top = Vector512.Load(Row(bright, plane, y0) + x / Factor - 1);
        var bottom = Vector512.Load(Row(bright, plane, Math.Min(y0 + 1, Rows - 1)) + x / Factor - 1);
        var glow = Lerp(top, bottom, All(share));
        var near = Vector512.Create(0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4);
        var next = Vector512.Create(1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5);
        var part = Vector512.Create(
            0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f, 0.625f, 0.875f, 0.125f, 0.375f);
        // Nothing lies left of the picture: its edge is repeated.
        var first = x == 0 ? Vector512.Shuffle(glow, Vector512.Max(near, WideInt.One)) : Vector512.Shuffle(glow, near);
        return Lerp(first, Vector512.Shuffle(glow, next), part);
    }

    /// <summary>The row of the small picture above the middle of a row of the film, and how much the next one counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Above(int y, out float share)
    {
        var place = MathF.Max(0, (y + 0.5f) / Factor - 0.5f);
        var row = Math.Min((int)place, Rows - 1);
        share = place - row;
        return row;
    }

    private float* Row(float[] image, int plane, int row) =>
        (float*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(image)) + (plane * Rows + row) * Stride + Margin;

    private static float[] Kernel(float sigma)
    {
        sigma = Math.Clamp(sigma, 1, (Margin - 2) / 3f);
        var half = (int)(3 * sigma);
        var weights = new float[2 * half + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            var x = (i - half) / sigma;
            // A narrow core in a wide halo, as light scattered in glass.
            weights[i] = MathF.Exp(-0.5f * x * x) + 2 * MathF.Exp(-4.5f * x * x);
        }

        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
