namespace SoraFunctions.Models.Noise;

/// <summary>
/// Unit Gaussian noise from a seed: value i of stream s is the same whenever, wherever and with however many threads it is computed.
/// Two words of <see cref="Philox"/> make two values (Box and Muller 1958), by arithmetic that every processor rounds alike.
/// </summary>
/// <param name="Seed">The seed of the video or shot.</param>
/// <param name="Stream">Which noise of that seed: 0 for the start, 1 and on for fresh noise of steps.</param>
public readonly record struct GaussianNoise(ulong Seed, uint Stream = 0)
{
    private const int ValuesPerCounter = 4;

    /// <summary>Fills with the values from a place on.</summary>
    /// <param name="values">To be filled.</param>
    /// <param name="start">The number of the first value.</param>
    public void Fill(Span<float> values, long start = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        Span<float> four = stackalloc float[ValuesPerCounter];
        for (var i = 0; i < values.Length;)
        {
            var place = start + i;
            Four((ulong)place / ValuesPerCounter, four);
            var part = four[(int)(place % ValuesPerCounter)..];
            part = part[..Math.Min(part.Length, values.Length - i)];
            part.CopyTo(values[i..]);
            i += part.Length;
        }
    }

    /// <summary>The first so many values.</summary>
    public float[] Values(int count)
    {
        var values = new float[count];
        Fill(values);
        return values;
    }

    private void Four(ulong counter, Span<float> four)
    {
        var (w0, w1, w2, w3) = Philox.Words(((uint)counter, (uint)(counter >> 32), Stream, 0), ((uint)Seed, (uint)(Seed >> 32)));
        (four[0], four[1]) = BoxMuller.Pair(w0, w1);
        (four[2], four[3]) = BoxMuller.Pair(w2, w3);
    }
}
