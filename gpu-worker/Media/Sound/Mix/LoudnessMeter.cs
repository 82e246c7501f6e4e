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
        var steps = Energies(track.Left).Zip(Energies(track.Right), (left, right) => left + right).ToList();
        var blocks = Enumerable.Range(0, Math.Max(0, steps.Count - 3))
            .Select(i => (steps[i] + steps[i + 1] + steps[i + 2] + steps[i + 3]) / (4.0 * Step)).ToList();
        var loud = blocks.Where(block => Lufs(block) > AbsoluteGate).ToList();
        if (loud.Count == 0)
            return double.NegativeInfinity;
        var gate = Lufs(loud.Average()) + RelativeGate;
        return Lufs(loud.Where(block => Lufs(block) > gate).Average());
    }

    private static double Lufs(double meanSquare) => -0.691 + 10 * Math.Log10(meanSquare);

    /// <summary>Sum of squares of each 100 ms, after the two filters of the standard (coefficients for 48 kHz, tables 1 and 2).</summary>
    private static List<double> Energies(float[] samples)
    {
        var sums = new List<double>();
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0, z1 = 0, z2 = 0, sum = 0;
        for (var i = 0; i < samples.Length; i++)
        {
            double x = samples[i];
            var y = 1.53512485958697 * x - 2.69169618940638 * x1 + 1.19839281085285 * x2 + 1.69065929318241 * y1 - 0.73248077421585 * y2;
            var z = y - 2 * y1 + y2 + 1.99004745483398 * z1 - 0.99007225036621 * z2;
            (x2, x1, y2, y1, z2, z1) = (x1, x, y1, y, z1, z);
            sum += z * z;
            if ((i + 1) % Step == 0)
            {
                sums.Add(sum);
                sum = 0;
            }
        }

        return sums;
    }
}
