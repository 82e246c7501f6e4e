namespace SoraFunctions.World.Physics;

/// <summary>
/// How firmly overlap is pushed out: a damped spring, solved implicitly with its contact, so that stiffness never costs stability
/// (Catto, "Soft Constraints", GDC 2011, and "Solver2D", 2024).
/// </summary>
/// <param name="Rate">Part of the overlap that is removed a second.</param>
/// <param name="Mass">Factor of the effective mass.</param>
/// <param name="Impulse">Part of the impulse that is given back.</param>
internal readonly record struct Softness(double Rate, double Mass, double Impulse)
{
    /// <summary>Nothing is pushed out: only speeds are set right.</summary>
    public static Softness Rigid => new(0, 1, 0);

    public static Softness Of(double hertz, double dampingRatio, double step)
    {
        var omega = 2 * Math.PI * hertz;
        var a = (2 * dampingRatio) + (step * omega);
        var b = step * omega * a;
        return new(omega / a, b / (1 + b), 1 / (1 + b));
    }
}
