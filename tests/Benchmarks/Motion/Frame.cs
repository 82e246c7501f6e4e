namespace SoraFunctions.Benchmarks.Motion;

/// <summary>A decoded frame in grey, 0 to 255.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Grey">Rows from the top.</param>
internal sealed record Frame(int Width, int Height, byte[] Grey)
{
    /// <summary>The mean difference of a pixel.</summary>
    public double Difference(Frame other)
    {
        var sum = 0L;
        for (var i = 0; i < Grey.Length; i++) sum += Math.Abs(Grey[i] - other.Grey[i]);
        return (double)sum / Grey.Length;
    }

    /// <summary>The mean difference of a pixel from the middle between two frames.</summary>
    public double Difference(Frame before, Frame after)
    {
        var sum = 0L;
        for (var i = 0; i < Grey.Length; i++) sum += Math.Abs((2 * Grey[i]) - before.Grey[i] - after.Grey[i]);
        return 0.5 * sum / Grey.Length;
    }

    /// <summary>The greatest difference of a pixel, and that which one pixel of a thousand exceeds.</summary>
    public (int Most, int Thousandth) Extremes(Frame other)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var i = 0; i < Grey.Length; i++) counts[Math.Abs(Grey[i] - other.Grey[i])]++;
        int most = 255, above = 0;
        while (most > 0 && counts[most] == 0) most--;
        var thousandth = most;
        while (thousandth > 0 && (above += counts[thousandth]) <= Grey.Length / 1000) thousandth--;
        return (most, thousandth);
    }

    /// <summary>The value at a place between pixels, by a cubic through four by four of them (Catmull and Rom); edges go on.</summary>
    public float At(float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        Span<float> across = stackalloc float[4], down = stackalloc float[4];
        Weights(x - left, across);
        Weights(y - top, down);
        var sum = 0f;
        for (var j = 0; j < 4; j++)
        {
            var row = Math.Clamp(top + j - 1, 0, Height - 1) * Width;
            var line = 0f;
            for (var i = 0; i < 4; i++) line += across[i] * Grey[row + Math.Clamp(left + i - 1, 0, Width - 1)];
            sum += down[j] * line;
        }

        return sum;
    }

    private static void Weights(float t, Span<float> weights)
    {
        weights[0] = 0.5f * t * ((t * (2 - t)) - 1);
        weights[1] = 0.5f * ((t * t * ((3 * t) - 5)) + 2);
        weights[2] = 0.5f * t * ((t * (4 - (3 * t))) + 1);
        weights[3] = 0.5f * t * t * (t - 1);
    }
}
