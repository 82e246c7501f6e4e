namespace SoraFunctions.Media.Lettering;

/// <summary>How movements begin and end; each takes and gives 0 to 1.</summary>
internal static class Easing
{
    /// <summary>Quick, then settling.</summary>
    public static double OutCubic(double x) => 1 - Math.Pow(1 - x, 3);

    /// <summary>Very quick, then long settling.</summary>
    public static double OutQuint(double x) => 1 - Math.Pow(1 - x, 5);

    /// <summary>A little too far, then back (R. Penner's "back"; 1.4 overshoots by 7 %).</summary>
    public static double OutBack(double x) => 1 + 2.4 * Math.Pow(x - 1, 3) + 1.4 * Math.Pow(x - 1, 2);

    /// <summary>Slow, then quick.</summary>
    public static double InQuadratic(double x) => x * x;
}
