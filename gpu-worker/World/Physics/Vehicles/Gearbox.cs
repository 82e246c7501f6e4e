namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>An automatic gearbox: what it does is heard, not felt, for the driver sets the torque at the wheels.</summary>
public sealed class Gearbox
{
    // Turns of the engine for one of the wheels, those of a small car (five speeds times a final drive of 3.9).
    private static readonly double[] _ratios = [13.6, 7.6, 5.1, 3.9, 3.1];

    private const double Idle = 850;
    private const double UpAt = 4200;
    private const double DownAt = 1700;

    private int _gear;

    /// <summary>Revolutions of the engine a minute.</summary>
    public double Revolutions { get; private set; } = Idle;

    /// <summary>Goes on to how fast the wheels turn now.</summary>
    /// <param name="spin">Of the driven wheels, radians a second.</param>
    public void Follow(double spin)
    {
        var wheels = Math.Abs(spin) * 60 / Math.Tau;
        while (_gear + 1 < _ratios.Length && wheels * _ratios[_gear] > UpAt)
        {
            _gear++;
        }

        while (_gear > 0 && wheels * _ratios[_gear] < DownAt)
        {
            _gear--;
        }

        // Below the idle speed the clutch slips.
        Revolutions = Math.Max(Idle, wheels * _ratios[_gear]);
    }
}
