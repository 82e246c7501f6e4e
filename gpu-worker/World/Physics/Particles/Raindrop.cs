namespace SoraFunctions.World.Physics.Particles;

/// <summary>How drops fall through air.</summary>
public static class Raindrop
{
    /// <summary>Speed in m/s at which a drop of a diameter in metres falls in still air (Atlas, Srivastava and Sekhon, 1973; 0.6 to 6 mm).</summary>
    public static double TerminalSpeed(double diameter)
    {
        // Below half a millimetre the fit turns negative; small drops fall in proportion to their size.
        var millimetres = diameter * 1000;
        return millimetres < 0.6 ? 3.8 * millimetres : 9.65 - (10.3 * Math.Exp(-0.6 * Math.Min(millimetres, 6)));
    }

    /// <summary>Part of its speed that a drop loses on a metre through air: quadratic drag that balances its weight at the terminal speed.</summary>
    internal static double Drag(double radius)
    {
        var terminal = TerminalSpeed(2 * radius);
        return 9.81 / (terminal * terminal);
    }
}
