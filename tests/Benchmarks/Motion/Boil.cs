namespace SoraFunctions.Benchmarks.Motion;

/// <summary>
/// What changes from one frame to the next beyond motion and light: edges that crawl, textures that boil. Each block of 16 by 16 pixels is
/// moved by the shift that explains most of its change (Lucas and Kanade 1981), half of it in either frame so that both are equally
/// soft; a change of the whole block's brightness is taken out.
/// </summary>
internal static class Boil
{
    private const int Block = 16;
    private const int Rounds = 4;

    /// <summary>The block with the greatest residual among those that lie <see cref="Block"/> pixels inside, and the mean of all.</summary>
    /// <returns>Root mean square of the worst block and of the frame, and the worst block's upper left pixel.</returns>
    public static (double Worst, double Mean, int X, int Y) Of(Frame before, Frame after)
    {
        var (worst, sum, blocks, x, y) = (0.0, 0.0, 0, 0, 0);
        for (var top = Block; top + (2 * Block) <= before.Height; top += Block)
        for (var left = Block; left + (2 * Block) <= before.Width; left += Block)
        {
            var residual = Residual(before, after, left, top);
            sum += residual;
            blocks++;
            if (residual > worst) (worst, x, y) = (residual, left, top);
        }

        return (Math.Sqrt(worst), Math.Sqrt(sum / blocks), x, y);
    }

    // The mean square that the best shift leaves: that of any round, for a round may overshoot.
    private static double Residual(Frame before, Frame after, int left, int top)
    {
        Span<float> first = stackalloc float[Block * Block], second = stackalloc float[Block * Block];
        var (shiftX, shiftY, least) = (0f, 0f, double.MaxValue);
        for (var round = 0; round <= Rounds; round++)
        {
            Fill(before, left - (shiftX / 2), top - (shiftY / 2), first);
            Fill(after, left + (shiftX / 2), top + (shiftY / 2), second);
            var mean = 0f;
            for (var i = 0; i < first.Length; i++) mean += (second[i] - first[i]) / first.Length;
            var square = 0.0;
            for (var i = 0; i < first.Length; i++) square += (second[i] - first[i] - mean) * (second[i] - first[i] - mean) / first.Length;
            least = Math.Min(least, square);
            if (square < 1) break;
            var (stepX, stepY) = Step(first, second, mean);
            (shiftX, shiftY) = (Math.Clamp(shiftX + stepX, -Block, Block), Math.Clamp(shiftY + stepY, -Block, Block));
        }

        return least;
    }

    private static (float X, float Y) Step(ReadOnlySpan<float> first, ReadOnlySpan<float> second, float mean)
    {
        // A little is added to the diagonal: a flat block stays where it is.
        float xx = 40, xy = 0, yy = 40, xt = 0, yt = 0;
        for (var j = 1; j < Block - 1; j++)
        for (var i = 1; i < Block - 1; i++)
        {
            var at = (j * Block) + i;
            var across = (first[at + 1] - first[at - 1] + second[at + 1] - second[at - 1]) / 4;
            var down = (first[at + Block] - first[at - Block] + second[at + Block] - second[at - Block]) / 4;
            var change = second[at] - first[at] - mean;
            xx += across * across;
            xy += across * down;
            yy += down * down;
            xt += across * change;
            yt += down * change;
        }

        var determinant = (xx * yy) - (xy * xy);
        return (((xy * yt) - (yy * xt)) / determinant, ((xy * xt) - (xx * yt)) / determinant);
    }

    private static void Fill(Frame frame, float left, float top, Span<float> block)
    {
        for (var j = 0; j < Block; j++)
        for (var i = 0; i < Block; i++) block[(j * Block) + i] = frame.At(left + i, top + j);
    }
}
