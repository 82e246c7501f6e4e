using System.Numerics;

namespace SoraFunctions.World.Staging.Pictures.Mattes;

/// <summary>
/// The ground behind a product: a colour that changes smoothly over the picture (a polynomial of second degree in each channel), and how
/// far single pixels stray from it. Fitted to a frame along the picture's border, where what does not belong is given little weight.
/// </summary>
internal sealed class PlainGround
{
    private const int Terms = 6;
    private const float PlainPart = 0.72f;
    private const float MostStray = 0.07f;

    private readonly Vector3[] _factors;
    private readonly int _width;
    private readonly int _height;

    private PlainGround(Vector3[] factors, float stray, int width, int height)
    {
        (_factors, Stray, _width, _height) = (factors, stray, width, height);
    }

    /// <summary>How far pixels of the ground usually stray from its colour; at least two steps of 8 bits.</summary>
    public float Stray { get; }

    /// <summary>The ground's colour at a pixel; fractions are possible.</summary>
    public Vector3 At(float x, float y)
    {
        Span<float> terms = stackalloc float[Terms];
        Fill(terms, x, y, _width, _height);
        var sum = Vector3.Zero;
        for (var k = 0; k < Terms; k++)
        {
            sum += _factors[k] * terms[k];
        }

        return sum;
    }

    /// <summary>The ground of a picture; null when its border is not plain.</summary>
    public static PlainGround? Of(Raster picture)
    {
        var frame = Frame(picture.Width, picture.Height).ToArray();
        var weights = Enumerable.Repeat(1.0, frame.Length).ToArray();
        var distances = new float[frame.Length];
        PlainGround? ground = null;
        for (var round = 0; round < 8; round++)
        {
            ground = new(Fit(picture, frame, weights), 0, picture.Width, picture.Height);
            for (var i = 0; i < frame.Length; i++)
            {
                var (x, y) = frame[i];
                distances[i] = (picture.Colours[(y * picture.Width) + x] - ground.At(x, y)).Length();
            }

            // Cauchy's weights, which hardly count what lies far away.
            var scale = Math.Max(1.5f * Median(distances), 0.004f);
            for (var i = 0; i < weights.Length; i++)
            {
                var off = distances[i] / scale;
                weights[i] = 1 / ((1 + (off * off)) * (1 + (off * off)));
            }
        }

        var stray = Math.Max(Median(distances), 2 / 255f);
        var near = distances.Count(distance => distance <= Math.Max(4 * stray, 0.03f));
        return stray <= MostStray && near >= PlainPart * frame.Length
            ? new(ground!._factors, stray, picture.Width, picture.Height)
            : null;
    }

    private static IEnumerable<(int X, int Y)> Frame(int width, int height)
    {
        var depth = Math.Clamp(Math.Min(width, height) / 40, 1, 8);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (x < depth || y < depth || x >= width - depth || y >= height - depth)
                {
                    yield return (x, y);
                }
            }
        }
    }

    private static float Median(float[] values)
    {
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static void Fill(Span<float> terms, float x, float y, int width, int height)
    {
        float u = (2 * x / Math.Max(width - 1, 1)) - 1, v = (2 * y / Math.Max(height - 1, 1)) - 1;
        (terms[0], terms[1], terms[2], terms[3], terms[4], terms[5]) = (1, u, v, u * u, u * v, v * v);
    }

    // Weighted least squares; a trace of the identity keeps tiny pictures solvable.
    private static Vector3[] Fit(Raster picture, (int X, int Y)[] frame, double[] weights)
    {
        var system = new double[Terms, Terms + 3];
        Span<float> terms = stackalloc float[Terms];
        for (var i = 0; i < frame.Length; i++)
        {
            var (x, y) = frame[i];
            Fill(terms, x, y, picture.Width, picture.Height);
            var colour = picture.Colours[(y * picture.Width) + x];
            for (var r = 0; r < Terms; r++)
            {
                var weight = weights[i] * terms[r];
                for (var c = 0; c < Terms; c++)
                {
                    system[r, c] += weight * terms[c];
                }

                for (var c = 0; c < 3; c++)
                {
                    system[r, Terms + c] += weight * colour[c];
                }
            }
        }

        for (var r = 0; r < Terms; r++)
        {
            system[r, r] += 1e-6 * (1 + system[0, 0]);
        }

        Eliminate(system);
        return [.. Enumerable.Range(0, Terms).Select(r => new Vector3((float)system[r, Terms], (float)system[r, Terms + 1], (float)system[r, Terms + 2]))];
    }

    // Gauss and Jordan; the matrix is positive definite, so no pivots are sought.
    private static void Eliminate(double[,] system)
    {
        for (var p = 0; p < Terms; p++)
        {
            for (var c = Terms + 2; c >= p; c--)
            {
                system[p, c] /= system[p, p];
            }

            for (var r = 0; r < Terms; r++)
            {
                for (var c = Terms + 2; r != p && c >= p; c--)
                {
                    system[r, c] -= system[r, p] * system[p, c];
                }
            }
        }
    }
}
