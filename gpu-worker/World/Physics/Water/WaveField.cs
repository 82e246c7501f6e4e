using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Water;

/// <summary>
/// The surface of water over a square: linear waves of every length, each at its own speed. Gravity and surface tension give
/// omega^2 = (g k + sigma k^3 / rho) tanh(k depth) (Lamb, "Hydrodynamics", 1932); each mode turns by exactly omega times the step, so
/// that no step is too long. Waves die by viscosity, exp(-2 nu k^2 t), and at the edges, which give nothing back: those longer than a
/// quarter of the square go within the time in which they would have left it.
/// </summary>
public sealed class WaveField
{
    private const double Gravity = 9.81;

    // Surface tension over density of clean water at 20 degrees, m3/s2.
    private const double Tension = 7.27e-5;

    // Three times that of clean water: a film lies on every real pool.
    private const double Viscosity = 3e-6;

    // The part of the square, on each side, that swallows waves.
    private const double Beach = 0.2;

    private readonly Fourier _fourier;
    private readonly float[] _heights;
    private readonly float[] _potentials;
    private readonly float[] _keep;
    private readonly float[] _same;
    private readonly float[] _rise;
    private readonly float[] _fall;

    /// <summary>Still water.</summary>
    /// <param name="middle">Middle of the square: x and z in metres.</param>
    /// <param name="width">Length of its sides in metres.</param>
    /// <param name="side">Samples along a side: a power of two, 16 to 1024.</param>
    /// <param name="depth">Of the water in metres.</param>
    /// <param name="step">Seconds of one step.</param>
    /// <exception cref="ArgumentException">The number of samples is none of the possible ones.</exception>
    public WaveField(Vector2 middle, double width, int side, double depth, double step)
    {
        if (side is < 16 or > 1024 || !BitOperations.IsPow2(side))
        {
            throw new ArgumentException($"{side} samples were asked for along a side; a power of two from 16 to 1024 is possible.", nameof(side));
        }

        (Middle, Width, Side, Depth, Seconds) = (middle, width, side, depth, step);
        Cell = width / (side - 1);
        _fourier = new Fourier(side);
        _heights = new float[side * side];
        _potentials = new float[side * side];
        _keep = new float[side * side];
        _same = new float[side * side];
        _rise = new float[side * side];
        _fall = new float[side * side];
        PrepareModes();
        PrepareBeach();
    }

    /// <summary>Middle of the square: x and z in metres.</summary>
    public Vector2 Middle { get; }

    /// <summary>Length of the sides in metres.</summary>
    public double Width { get; }

    /// <summary>Samples along a side.</summary>
    public int Side { get; }

    /// <summary>Of the water in metres.</summary>
    public double Depth { get; }

    /// <summary>Distance of two samples in metres.</summary>
    public double Cell { get; }

    /// <summary>Seconds of one step.</summary>
    public double Seconds { get; }

    /// <summary>Volume in m3 that stands above the mean level, less what is missing below it.</summary>
    public double Volume
    {
        get
        {
            double sum = 0;
            foreach (var height in _heights)
            {
                sum += height;
            }

            return sum * Cell * Cell;
        }
    }

    /// <summary>Angular frequency in rad/s of waves with a wave number in rad/m.</summary>
    public double FrequencyOf(double waveNumber) => Math.Sqrt(Stiffness(waveNumber) * Mobility(waveNumber));

    /// <summary>Goes on by one step.</summary>
    public void Step()
    {
        _fourier.Forward(_heights, _potentials);
        TurnAll();
        _fourier.Back(_heights, _potentials);
        Swallow(_heights);
        Swallow(_potentials);
    }

    /// <summary>Adds water in a ring about a point: what a body pushes aside, or a drop brings.</summary>
    /// <param name="x">Of the point.</param>
    /// <param name="z">Of the point.</param>
    /// <param name="volume">In m3; negative takes water away.</param>
    /// <param name="radius">Of the ring in metres; 0 for a spot.</param>
    /// <returns>Whether the point is on the square; else nothing was added.</returns>
    public bool Add(double x, double z, double volume, double radius) =>
        Stamp(_heights, x, z, volume, radius, RingSpread(radius));

    /// <summary>Pushes the water down over a disc.</summary>
    /// <param name="x">Of its middle.</param>
    /// <param name="z">Of its middle.</param>
    /// <param name="impulse">Downward impulse over the density of water, in m4/s.</param>
    /// <param name="radius">Of the disc in metres.</param>
    /// <returns>Whether the point is on the square; else nothing was pushed.</returns>
    public bool Push(double x, double z, double impulse, double radius) =>
        Stamp(_potentials, x, z, -impulse, 0, Math.Max(1.8 * radius, 2.2 * Cell));

    /// <summary>Height of the surface in metres at a point; 0 outside of the square.</summary>
    public double HeightAt(double x, double z)
    {
        double column = (x - Middle.X + (Width / 2)) / Cell, row = (z - Middle.Y + (Width / 2)) / Cell;
        if (!(column >= 0 && row >= 0 && column < Side - 1 && row < Side - 1))
        {
            return 0;
        }

        var (i, j) = ((int)row, (int)column);
        var (down, along) = (row - i, column - j);
        var at = (i * Side) + j;
        return ((1 - down) * ((_heights[at] * (1 - along)) + (_heights[at + 1] * along)))
            + (down * ((_heights[at + Side] * (1 - along)) + (_heights[at + Side + 1] * along)));
    }

    /// <summary>Mean height in metres over the ring to which <see cref="Add"/> would add; 0 outside of the square.</summary>
    public double MeanHeight(double x, double z, double radius)
    {
        var sum = Weigh(_heights, x, z, radius, RingSpread(radius), 0, out var weights);
        return weights > 0 ? sum / weights : 0;
    }

    /// <summary>Energy of the waves over the density of water, potential and kinetic, in m5/s2.</summary>
    public double Energy()
    {
        var (real, imaginary) = ((float[])_heights.Clone(), (float[])_potentials.Clone());
        _fourier.Forward(real, imaginary);
        double sum = 0;
        for (var i = 0; i < Side; i++)
        {
            for (var j = 0; j < Side; j++)
            {
                var (a, b) = ((i * Side) + j, ((Side - i) % Side * Side) + ((Side - j) % Side));
                double heightReal = (real[a] + real[b]) / 2, heightImaginary = (imaginary[a] - imaginary[b]) / 2;
                double flowReal = (imaginary[a] + imaginary[b]) / 2, flowImaginary = (real[b] - real[a]) / 2;
                var k = WaveNumber(i, j);
                sum += (Stiffness(k) * ((heightReal * heightReal) + (heightImaginary * heightImaginary)))
                    + (Mobility(k) * ((flowReal * flowReal) + (flowImaginary * flowImaginary)));
            }
        }

        return sum * Cell * Cell / (2.0 * Side * Side);
    }

    /// <summary>The surface as the renderer takes it.</summary>
    public WaterSurface Surface() => new(Middle, (float)Width, Side, (float[])_heights.Clone());

    private double RingSpread(double radius) => Math.Max(0.8 * radius, 2.2 * Cell);

    private static double Stiffness(double k) => Gravity + (Tension * k * k);

    private double Mobility(double k) => k * Math.Tanh(k * Depth);

    private double WaveNumber(int i, int j)
    {
        double down = i <= Side / 2 ? i : i - Side, along = j <= Side / 2 ? j : j - Side;
        return 2 * Math.PI * Math.Sqrt((down * down) + (along * along)) / (Side * Cell);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Swallow(float[] field)
    {
        for (var i = 0; i < field.Length; i += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref field[i]) * Vector512.LoadUnsafe(ref _keep[i])).StoreUnsafe(ref field[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TurnAll()
    {
        for (var i = 0; i <= Side / 2; i++)
        {
            // The first row and the middle one are their own mirror images.
            var (row, mirror) = (i * Side, (Side - i) % Side * Side);
            var single = row == mirror ? Side : Vector256<float>.Count;
            for (var j = 0; j < single; j++)
            {
                Turn(row + j, mirror + ((Side - j) % Side));
            }

            for (var j = single; j < Side; j += Vector256<float>.Count)
            {
                TurnEight(row + j, mirror + Side - j - (Vector256<float>.Count - 1));
            }
        }
    }

    // As Turn, to the bit: eight modes, and their mirror images from the last to the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TurnEight(int first, int mirrored)
    {
        ref float heights = ref _heights[first], potentials = ref _potentials[first];
        ref float mirroredHeights = ref _heights[mirrored], mirroredPotentials = ref _potentials[mirrored];
        var (heightA, flowA) = (Vector256.LoadUnsafe(ref heights), Vector256.LoadUnsafe(ref potentials));
        var (heightB, flowB) = (Reversed(Vector256.LoadUnsafe(ref mirroredHeights)), Reversed(Vector256.LoadUnsafe(ref mirroredPotentials)));
        Vector256<float> same = Vector256.LoadUnsafe(ref _same[first]), rise = Vector256.LoadUnsafe(ref _rise[first]), fall = Vector256.LoadUnsafe(ref _fall[first]);
        Vector256<float> heightReal = (heightA + heightB) * 0.5f, heightImaginary = (flowA - flowB) * 0.5f;
        Vector256<float> flowReal = (flowA + flowB) * 0.5f, flowImaginary = (heightB - heightA) * 0.5f;
        Vector256<float> newHeightReal = (same * heightReal) + (rise * flowReal), newHeightImaginary = (same * heightImaginary) + (rise * flowImaginary);
        Vector256<float> newFlowReal = (same * flowReal) - (fall * heightReal), newFlowImaginary = (same * flowImaginary) - (fall * heightImaginary);
        (newHeightReal - newFlowImaginary).StoreUnsafe(ref heights);
        (newHeightImaginary + newFlowReal).StoreUnsafe(ref potentials);
        Reversed(newHeightReal + newFlowImaginary).StoreUnsafe(ref mirroredHeights);
        Reversed(newFlowReal - newHeightImaginary).StoreUnsafe(ref mirroredPotentials);
    }

    private static Vector256<float> Reversed(Vector256<float> eight) => Vector256.Shuffle(eight, Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0));

    // Height and potential are real, so that they share one complex transform; a mode and its mirror image hold both.
    private void Turn(int a, int b)
    {
        if (b < a)
        {
            return;
        }

        float heightReal = (_heights[a] + _heights[b]) / 2, heightImaginary = (_potentials[a] - _potentials[b]) / 2;
        float flowReal = (_potentials[a] + _potentials[b]) / 2, flowImaginary = (_heights[b] - _heights[a]) / 2;
        float same = _same[a], rise = _rise[a], fall = _fall[a];
        float newHeightReal = (same * heightReal) + (rise * flowReal), newHeightImaginary = (same * heightImaginary) + (rise * flowImaginary);
        float newFlowReal = (same * flowReal) - (fall * heightReal), newFlowImaginary = (same * flowImaginary) - (fall * heightImaginary);
        _heights[a] = newHeightReal - newFlowImaginary;
        _potentials[a] = newHeightImaginary + newFlowReal;
        _heights[b] = newHeightReal + newFlowImaginary;
        _potentials[b] = newFlowReal - newHeightImaginary;
    }

    private void PrepareModes()
    {
        var finest = Math.PI / Cell;
        for (var i = 0; i < Side; i++)
        {
            for (var j = 0; j < Side; j++)
            {
                var k = WaveNumber(i, j);
                var omega = FrequencyOf(k);

                // Waves near the grid's own size are no waves any more: they go at once.
                var damping = Math.Exp(-Seconds * ((2 * Viscosity * k * k) + (12 * Math.Pow(k / finest, 6)) + Leaving(k)));
                var scale = damping / ((double)Side * Side);
                var (sine, cosine) = Math.SinCos(omega * Seconds);
                var at = (i * Side) + j;
                _same[at] = (float)(scale * cosine);
                _rise[at] = omega > 0 ? (float)(scale * sine * Mobility(k) / omega) : 0;
                _fall[at] = omega > 0 ? (float)(scale * sine * omega / Mobility(k)) : 0;
            }
        }
    }

    // Waves nearly as long as the square are too long for its beaches: they go at the rate at which they would leave it.
    private double Leaving(double k)
    {
        var ratio = k * Width / (8 * Math.PI);
        return k == 0 ? 0.1 : 1.5 * FrequencyOf(k) / (k * Width) * Math.Exp(-ratio * ratio);
    }

    private void PrepareBeach()
    {
        var speed = Math.Sqrt(Gravity * Width / (4 * Math.PI));
        var rate = 16 * speed / (Beach * Width);
        for (var i = 0; i < Side; i++)
        {
            for (var j = 0; j < Side; j++)
            {
                var edge = Math.Min(Math.Min(i, j), Side - 1 - Math.Max(i, j)) / (Beach * (Side - 1));
                var into = Math.Max(0, 1 - edge);
                _keep[(i * Side) + j] = edge == 0 ? 0 : (float)Math.Exp(-rate * into * into * into * Seconds);
            }
        }
    }

    private bool Stamp(float[] field, double x, double z, double amount, double radius, double spread)
    {
        Weigh(field, x, z, radius, spread, 0, out var weights);
        if (weights <= 0)
        {
            return false;
        }

        Weigh(field, x, z, radius, spread, amount / (weights * Cell * Cell), out _);
        return true;
    }

    // Adds to the field in proportion to the weights of a ring, and gives the weighted sum of what was there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Weigh(float[] field, double x, double z, double radius, double spread, double gain, out double weights)
    {
        double column = (x - Middle.X + (Width / 2)) / Cell, row = (z - Middle.Y + (Width / 2)) / Cell;
        weights = 0;
        if (!(column >= 1 && row >= 1 && column <= Side - 2 && row <= Side - 2))
        {
            return 0;
        }

        var reach = (radius + spread) / Cell;
        var (top, bottom) = ((int)Math.Max(1, Math.Ceiling(row - reach)), (int)Math.Min(Side - 2, row + reach));
        var (left, right) = ((int)Math.Max(1, Math.Ceiling(column - reach)), (int)Math.Min(Side - 2, column + reach));
        var (sums, totals, reads) = (Vector512<float>.Zero, Vector512<float>.Zero, gain == 0);
        var (perCell, inner) = (Vector512.Create((float)(Cell / spread)), Vector512.Create((float)(radius / spread)));
        for (var i = top; i <= bottom; i++)
        {
            var down = Vector512.Create((float)((i - row) * (i - row)));
            for (var j = left; j <= right; j += Vector512<float>.Count)
            {
                var columns = Vector512.CreateSequence<float>(j, 1);
                var along = columns - Vector512.Create((float)column);
                var off = (Vector512.Sqrt((along * along) + down) * perCell) - inner;
                var bell = Vector512.Max(Vector512<float>.Zero, Vector512<float>.One - (off * off));
                var weight = bell * bell & Vector512.LessThanOrEqual(columns, Vector512.Create((float)right));
                totals += weight;

                // Columns behind the last one are written as they were; the row after the last inner one has room for them.
                ref var here = ref field[(i * Side) + j];
                var old = Vector512.LoadUnsafe(ref here);
                sums += weight * old;
                if (!reads)
                {
                    (old + (weight * (float)gain)).StoreUnsafe(ref here);
                }
            }
        }

        weights = Vector512.Sum(totals);
        return Vector512.Sum(sums);
    }
}
