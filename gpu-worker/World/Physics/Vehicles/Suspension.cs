namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>A spring and a damper between the chassis and a wheel that slides along the chassis's upright axis.</summary>
/// <param name="Load">Newtons that it carries at rest.</param>
/// <param name="Sag">Metres by which that load has pressed the spring together; as far does the wheel drop when it hangs free.</param>
/// <param name="Damping">Newtons per m/s.</param>
public readonly record struct Suspension(double Load, double Sag, double Damping)
{
    // Part of the sag by which the wheel rises before it meets its stop, and how much harder than the spring that is.
    private const double Travel = 0.8;
    private const double Stop = 8;

    /// <summary>One with a damping ratio of 0.35.</summary>
    /// <param name="load">Newtons that it carries at rest.</param>
    /// <param name="sag">Metres that this presses it together.</param>
    /// <param name="gravity">Free fall in m/s2.</param>
    public static Suspension Of(double load, double sag, double gravity) => new(load, sag, 0.7 * load / Math.Sqrt(gravity * sag));

    /// <summary>Newtons with which it pushes chassis and wheel apart; never negative.</summary>
    /// <param name="rise">Metres that the wheel is above its place at rest.</param>
    /// <param name="speed">Its speed upwards in m/s.</param>
    public double Force(double rise, double speed)
    {
        var beyond = Math.Max(0, rise - (Travel * Sag));
        return rise <= -Sag ? 0 : Math.Max(0, (Load * (1 + ((rise + (Stop * beyond)) / Sag))) + (Damping * speed));
    }
}
