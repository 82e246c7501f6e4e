using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SoraFunctions.Media.Sound.Mix;

/// <summary>Integrated loudness as ITU-R BS.1770-4 defines it: K weighting, 400 ms blocks that overlap by three quarters, two gates.</summary>
internal static class LoudnessMeter
{
    private const int Step = StereoTrack.Rate / 10;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;

    /// <summary>Loudness in LUFS; negative infinity for silence or less than 400 ms.</summary>
    public static double Integrated(StereoTrack track)
    {
        var steps = Energies(track.Left, track.Right);
        var blocks = Enumerable.Range(0, Math.Max(0, steps.Count - 3))
            .Select(i => (steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / (4.0 * Step)).ToList();
        var loud = blocks.Where(block => Lufs(block) > AbsoluteGate).ToList();
        if (loud.Count == 0)
            return double.NegativeInfinity;
        var gate = Lufs(loud.Average()) + RelativeGate;
        return Lufs(loud.Where(block => Lufs(block) > gate).Average());
    }

    private static double Lufs(double meanSquare) => -0.691 + 10 * Math.Log10(meanSquare);

    /// <summary>
    /// Sum of squares of each 100 ms of both sides, after the two filters of the standard (coefficients for 48 kHz, tables 1 and 2); both
    /// sides are filtered at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<double> Energies(float[] left, float[] right)
    {
        var sums = new List<double>(left.Length / Step);
        Vector128<double> x1 = default, x2 = default, y1 = default, y2 = default, z1 = default, z2 = default, sum = default;
        var next = Step;
        for (var i = 0; i < left.Length; i++)
        {
            var x = Vector128.Create(left[i], (double)right[i]);
            var y = (x * 1.53512485958697) - (x1 * 2.69169618940638) + (x2 * 1.19839281085285) + (y1 * 1.69065929318241) - (y2 * 0.73248077421585);
            var z = y - (y1 + y1) + y2 + (z1 * 1.99004745483398) - (z2 * 0.99007225036621);
            (x2, x1, y2, y1, z2, z1) = (x1, x, y1, y, z1, z);
            sum += z * z;
            if (i + 1 != next)
                continue;
            sums.Add(sum[0] + sum[1]);
            (sum, next) = (default, next + Step);
        }

        return sums;
    }
}
