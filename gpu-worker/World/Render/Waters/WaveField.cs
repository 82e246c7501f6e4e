using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static SoraFunctions.World.Render.WideMath;
using SoraFunctions.World.Chances;

namespace SoraFunctions.World.Render.Waters;

/// <summary>
/// A square of water that repeats, moved by a few dozen waves on deep water (Tessendorf, "Simulating Ocean Water", 2001): heights and
/// slopes at one instant, with levels of half the size each, and how uneven each level no longer shows.
/// </summary>
internal sealed unsafe class WaveField
{
    /// <summary>Texels along a side.</summary>
    public const int Side = 128;

    private const int Levels = 7;
    private const float Gravity = 9.81f;
    private readonly Wave[] waves;

    /// <summary>Cosine and sine of each wave at the columns along x, then at the rows along z: what is added to an angle only turns them.</summary>
    private readonly float[] turnsX;
    private readonly float[] turnsZ;
    private readonly float[] heights = new float[Side * Side];
    private readonly Quads quads = new(Side);
    private readonly float[] slopeX = new float[Side * Side];
    private readonly float[] slopeZ = new float[Side * Side];
    private readonly int[] packed = GC.AllocateArray<int>(Side * Side * 4 / 3 + Side, pinned: true);
    private readonly int[] offsets = new int[Levels + 1];
    private readonly float[] lost = new float[Levels + 1];
    private readonly float steepest;

    /// <param name="width">Length of its sides in metres.</param>
    /// <param name="longest">Waves of the longest kind along a side.</param>
    /// <param name="shortest">Waves of the shortest kind along a side, at most 42.</param>
    /// <param name="count">How many waves.</param>
    /// <param name="deviation">Standard deviation of the height in metres.</param>
    /// <param name="spread">Greatest angle between a wave and the wind, in radians.</param>
    /// <param name="seed">Which waves.</param>
    public WaveField(float width, float longest, float shortest, int count, float deviation, float spread, ulong seed)
    {
        Width = width;
        waves = Chosen(longest, shortest, count, deviation, spread, seed);
        (turnsX, turnsZ) = (Turns(wave => wave.X), Turns(wave => wave.Z));
        // Slopes are kept in sixteen bits; four deviations hardly ever happen.
        steepest = MathF.Max(1e-4f, 5 * MathF.Sqrt(waves.Sum(w => w.Amplitude * w.Amplitude * w.Number(width) * w.Number(width) / 2)));
        for (int level = 0, start = 0; level <= Levels; level++)
        {
            offsets[level] = start;
            start += (Side >> level) * (Side >> level);
        }
    }

    /// <summary>Length of its sides in metres.</summary>
    public float Width { get; }

    /// <summary>Heights of its texels in metres.</summary>
    public ReadOnlySpan<float> Heights => heights;

    /// <summary>Slopes of its texels along x.</summary>
    public ReadOnlySpan<float> SlopesX => slopeX;

    /// <summary>Slopes of its texels along z.</summary>
    public ReadOnlySpan<float> SlopesZ => slopeZ;

    /// <summary>Angular frequency of a wave on deep water, from its wave number: omega squared is g times k.</summary>
    public static float Frequency(float waveNumber) => MathF.Sqrt(Gravity * waveNumber);

    /// <summary>Moves the water to an instant, in seconds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(double time)
    {
        Span<(float Cos, float Sin)> turns = stackalloc (float, float)[waves.Length];
        for (var i = 0; i < waves.Length; i++)
        {
            var turn = waves[i].Phase - Frequency(waves[i].Number(Width)) * time / (2 * Math.PI);
            var (sin, cos) = Math.SinCos(2 * Math.PI * (turn - Math.Floor(turn)));
            turns[i] = ((float)cos, (float)sin);
        }

        for (var row = 0; row < Side; row++) Move(row, turns);
        quads.Set(heights);
        Pack();
    }

    /// <summary>Moves one row: the cosine of a sum of angles is that of two products, so that no wave needs one of its own at each point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(int row, ReadOnlySpan<(float Cos, float Sin)> turns)
    {
        for (var column = 0; column < Side; column += 16)
        {
            var (height, sx, sz) = (Wide.Zero, Wide.Zero, Wide.Zero);
            for (var i = 0; i < turns.Length; i++)
            {
                ref readonly var wave = ref waves[i];
                var (cosZ, sinZ) = (turnsZ[2 * i * Side + row], turnsZ[(2 * i + 1) * Side + row]);
                var (cosRow, sinRow) = (cosZ * turns[i].Cos - sinZ * turns[i].Sin, sinZ * turns[i].Cos + cosZ * turns[i].Sin);
                var cosX = Vector512.LoadUnsafe(ref turnsX[0], (nuint)(2 * i * Side + column));
                var sinX = Vector512.LoadUnsafe(ref turnsX[0], (nuint)((2 * i + 1) * Side + column));
                var cos = Fma(cosX, All(cosRow), sinX * -sinRow);
                var sin = Fma(sinX, All(cosRow), cosX * sinRow);
                height = Fma(cos, All(wave.Amplitude), height);
                var steep = wave.Amplitude * 2 * MathF.PI / Width;
                sx = Fma(sin, All(-steep * wave.X), sx);
                sz = Fma(sin, All(-steep * wave.Z), sz);
            }

            var at = (nuint)(row * Side + column);
            height.StoreUnsafe(ref heights[0], at);
            sx.StoreUnsafe(ref slopeX[0], at);
            sz.StoreUnsafe(ref slopeZ[0], at);
        }
    }

    private float[] Turns(Func<Wave, float> crests)
    {
        var result = new float[2 * waves.Length * Side];
        for (var i = 0; i < waves.Length; i++)
        for (var k = 0; k < Side; k++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * crests(waves[i]) * k / Side);
            (result[2 * i * Side + k], result[(2 * i + 1) * Side + k]) = ((float)cos, (float)sin);
        }

        return result;
    }

    /// <summary>Height in metres at points of the plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Height(Wide x, Wide z) => quads.Repeated(x * (Side / Width), z * (Side / Width));

    /// <summary>Slopes at points of the plane.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    /// <param name="alongX">Of the water.</param>
    /// <param name="alongZ">Of the water.</param>
    /// <param name="uneven">Variance of the slopes that the pixel averages.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Slopes(Wide x, Wide z, Wide footprint, out Wide alongX, out Wide alongZ, out Wide uneven)
    {
        var (u, v) = (x * (1 / Width), z * (1 / Width));
        var level = Min(Max(Log2(Max(footprint * (Side / Width), All(1e-3f))), Wide.Zero), All(Levels - 0.001f));
        var whole = Vector512.Floor(level);
        var rest = level - whole;
        var index = Whole(whole);
        (alongX, alongZ) = (Wide.Zero, Wide.Zero);
        if (Vector512.LessThanAny(level, All(Levels - 1.5f)))
        {
            Look(u, v, index, out alongX, out alongZ);
            if (Vector512.GreaterThanAny(rest, All(0.01f)))
            {
                Look(u, v, index + WideInt.One, out var nextX, out var nextZ);
                alongX = Lerp(alongX, nextX, rest);
                alongZ = Lerp(alongZ, nextZ, rest);
            }
        }

        fixed (float* data = lost) uneven = Lerp(Gather(data, index), Gather(data, index + WideInt.One), rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(Wide u, Wide v, WideInt level, out Wide alongX, out Wide alongZ)
    {
        Corners(u, v, level, out var a, out var b, out var c, out var d, out var fx, out var fy);
        var data = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(packed));
        fixed (int* starts = offsets)
        {
            var start = Gather(starts, level);
            var (p, q, r, s) = (Gather(data, a + start), Gather(data, b + start), Gather(data, c + start), Gather(data, d + start));
            var scale = steepest / 32767;
            alongX = Lerp(Lerp(Low(p), Low(q), fx), Lerp(Low(r), Low(s), fx), fy) * scale;
            alongZ = Lerp(Lerp(High(p), High(q), fx), Lerp(High(r), High(s), fx), fy) * scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide Low(WideInt word) => Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(Vector512.ShiftLeft(word, 16), 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Wide High(WideInt word) => Vector512.ConvertToSingle(Vector512.ShiftRightArithmetic(word, 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Corners(
        Wide u, Wide v, WideInt level, out WideInt a, out WideInt b, out WideInt c, out WideInt d, out Wide fx, out Wide fy)
    {
        var size = (All(Side).AsInt32() - Vector512.ShiftLeft(level, 23)).AsSingle();
        var (x, y) = ((u - Vector512.Floor(u)) * size, (v - Vector512.Floor(v)) * size);
        // A level's texel lies in the middle of those that it averages.
        var shift = Fma(size, All(0.5f / Side), All(-0.5f));
        (x, y) = (x + shift, y + shift);
        var (x0, y0) = (Vector512.Floor(x), Vector512.Floor(y));
        (fx, fy) = (x - x0, y - y0);
        var row = Whole(size);
        var last = row - WideInt.One;
        var left = Whole(x0) & last;
        var right = left + WideInt.One & last;
        var top = (Whole(y0) & last) * row;
        var bottom = (Whole(y0) + WideInt.One & last) * row;
        (a, b, c, d) = (top + left, top + right, bottom + left, bottom + right);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack()
    {
        var scale = 32767 / steepest;
        var sum = 0.0;
        for (var i = 0; i < Side * Side; i++)
        {
            packed[i] = Word(slopeX[i] * scale, slopeZ[i] * scale);
            sum += slopeX[i] * slopeX[i] + slopeZ[i] * slopeZ[i];
        }

        var all = sum / (Side * Side);
        for (var level = 1; level <= Levels; level++)
        {
            var (from, to, size) = (offsets[level - 1], offsets[level], Side >> level);
            sum = 0;
            for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var at = from + 4 * y * size + 2 * x;
                var (p, q, r, s) = (packed[at], packed[at + 1], packed[at + 2 * size], packed[at + 2 * size + 1]);
                var sx = ((short)p + (short)q + (short)r + (short)s) * 0.25f;
                var sz = ((p >> 16) + (q >> 16) + (r >> 16) + (s >> 16)) * 0.25f;
                packed[to + y * size + x] = Word(sx, sz);
                sum += (sx * sx + sz * sz) / (scale * scale);
            }

            lost[level] = (float)Math.Max(0, all - sum / (size * size));
        }
    }

    private static int Word(float x, float z) =>
        (int)Math.Clamp(x, -32767, 32767) & 0xffff | (int)Math.Clamp(z, -32767, 32767) << 16;

    private static Wave[] Chosen(float longest, float shortest, int count, float deviation, float spread, ulong seed)
    {
        var chance = new Chance(seed);
        var result = new Wave[count];
        var energy = 0f;
        for (var i = 0; i < count; i++)
        {
            // Lengths evenly over the octaves; longer waves keep closer to the wind.
            var number = longest * MathF.Pow(shortest / longest, (i + 0.5f * chance.NextSingle()) / count);
            var angle = spread * (2 * chance.NextSingle() - 1) * (0.45f + 0.55f * i / count) + 0.7f;
            var (x, z) = (MathF.Round(number * MathF.Sin(angle)), MathF.Round(number * MathF.Cos(angle)));
            if (x == 0 && z == 0) x = 1;
            var length = MathF.Sqrt(x * x + z * z);
            result[i] = new Wave(x, z, MathF.Pow(length, -1.1f), chance.NextSingle());
            energy += result[i].Amplitude * result[i].Amplitude / 2;
        }

        var scale = deviation / MathF.Sqrt(energy);
        return [.. result.Select(w => w with { Amplitude = w.Amplitude * scale })];
    }

    /// <summary>One wave, with whole numbers of crests along both sides.</summary>
    private readonly record struct Wave(float X, float Z, float Amplitude, float Phase)
    {
        public float Number(float width) => 2 * MathF.PI * MathF.Sqrt(X * X + Z * Z) / width;
    }
}
