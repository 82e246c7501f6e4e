namespace SoraFunctions.Models.Schedulers;

/// <summary>The training steps that a short sampling visits, the noisiest first.</summary>
internal static class Timesteps
{
    /// <summary>As one-step methods count them (DDIM).</summary>
    public static int[] OneStep(TimestepSpacing spacing, int trainSteps, int steps, int offset) => spacing switch
    {
        TimestepSpacing.Linspace => [.. FlowShift.Linspace(0, trainSteps - 1, steps).Select(Round).Reverse()],
        TimestepSpacing.Leading => [.. Enumerable.Range(0, steps).Select(i => i * (trainSteps / steps) + offset).Reverse()],
        _ => Trailing(trainSteps, steps),
    };

    /// <summary>As multistep methods count them: one more, of which the cleanest is left out.</summary>
    public static int[] Multistep(TimestepSpacing spacing, int trainSteps, int steps, int offset) => spacing switch
    {
        TimestepSpacing.Linspace => [.. FlowShift.Linspace(0, trainSteps - 1, steps + 1).Skip(1).Select(Round).Reverse()],
        TimestepSpacing.Leading => [.. Enumerable.Range(1, steps).Select(i => i * (trainSteps / (steps + 1)) + offset).Reverse()],
        _ => Trailing(trainSteps, steps),
    };

    private static int[] Trailing(int trainSteps, int steps) =>
        [.. Enumerable.Range(0, steps).Select(i => Round(trainSteps - i * ((double)trainSteps / steps)) - 1)];

    private static int Round(double value) => (int)Math.Round(value, MidpointRounding.ToEven);
}
