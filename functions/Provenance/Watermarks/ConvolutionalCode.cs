using System.Numerics;

namespace SoraFunctions.Provenance.Watermarks;

/// <summary>
/// The convolutional code of rate 1/4 and constraint length 7 with generators 135, 135, 147, 163 (octal; Proakis, Digital Communications,
/// table of rate 1/4 maximum free distance codes: free distance 20), decoded softly by Viterbi's algorithm.
/// </summary>
internal static class ConvolutionalCode
{
    /// <summary>Coded bits for each bit.</summary>
    public const int Rate = 4;

    /// <summary>Zeros that follow the message, so that the decoder knows where it ends.</summary>
    public const int Tail = 6;

    private const int States = 1 << Tail;

    private static readonly int[] _generators = [0b1011101, 0b1011101, 0b1100111, 0b1110011];
    private static readonly float[] _signs = Signs();

    /// <summary>Codes a message: <see cref="Rate"/> times as many bits as it and its tail have.</summary>
    /// <param name="message">The bits.</param>
    public static bool[] Encode(ReadOnlySpan<bool> message)
    {
        var coded = new bool[(message.Length + Tail) * Rate];
        var register = 0;
        for (var i = 0; i < message.Length + Tail; i++)
        {
            register = (register << 1 | (i < message.Length && message[i] ? 1 : 0)) & (2 * States - 1);
            for (var g = 0; g < Rate; g++)
                coded[i * Rate + g] = (BitOperations.PopCount((uint)(register & _generators[g])) & 1) == 1;
        }

        return coded;
    }

    /// <summary>The message whose code is most like what was received.</summary>
    /// <param name="received">For each coded bit how much it looks like a one (positive) or a zero (negative), in any one unit.</param>
    public static bool[] Decode(ReadOnlySpan<float> received)
    {
        var steps = received.Length / Rate;
        var from = new byte[steps * States];
        var best = new float[States];
        var next = new float[States];
        best.AsSpan(1).Fill(float.NegativeInfinity);
        for (var i = 0; i < steps; i++)
        {
            var word = received.Slice(i * Rate, Rate);
            for (var state = 0; state < States; state++)
            {
                // A state is the last six bits; the one that fell out at the top tells the two predecessors apart.
                var (even, odd) = (state >> 1, state >> 1 | States / 2);
                var straight = best[even] + Likeness(word, state);
                var crossed = best[odd] + Likeness(word, state | States);
                next[state] = Math.Max(straight, crossed);
                from[i * States + state] = (byte)(crossed > straight ? odd : even);
            }

            (best, next) = (next, best);
        }

        var message = new bool[steps - Tail];
        for (int i = steps - 1, state = 0; i >= 0; i--)
        {
            if (i < message.Length)
                message[i] = (state & 1) == 1;
            state = from[i * States + state];
        }

        return message;
    }

    private static float Likeness(ReadOnlySpan<float> word, int register)
    {
        var signs = _signs.AsSpan(register * Rate, Rate);
        return word[0] * signs[0] + word[1] * signs[1] + word[2] * signs[2] + word[3] * signs[3];
    }

    private static float[] Signs()
    {
        var signs = new float[2 * States * Rate];
        for (var register = 0; register < 2 * States; register++)
        {
            for (var g = 0; g < Rate; g++)
                signs[register * Rate + g] = (BitOperations.PopCount((uint)(register & _generators[g])) & 1) == 1 ? 1 : -1;
        }

        return signs;
    }
}
