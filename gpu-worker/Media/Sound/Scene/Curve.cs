namespace SoraFunctions.Media.Sound.Scene;

/// <summary>Values that were sampled evenly, with straight lines between them.</summary>
internal static class Curve
{
    /// <summary>The value at a place counted in samples; beyond the ends it is that of the end, and 0 where there are no samples.</summary>
    public static double At(IReadOnlyList<double> values, double place)
    {
        if (values.Count == 0)
            return 0;
        var clamped = Math.Clamp(place, 0, values.Count - 1);
        var index = Math.Min((int)clamped, Math.Max(0, values.Count - 2));
        return values.Count == 1 ? values[0] : values[index] + (values[index + 1] - values[index]) * (clamped - index);
    }
}
