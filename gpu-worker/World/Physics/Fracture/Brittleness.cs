namespace SoraFunctions.World.Physics.Fracture;

/// <summary>How a matter breaks. Speeds are those of drops on stone after which household things were found broken, rounded.</summary>
/// <param name="Speed">Speed in m/s at which a thing that strikes something hard breaks.</param>
/// <param name="Pieces">Usual number of pieces.</param>
/// <param name="Spread">Part of the energy of the blow that drives the pieces apart, 0 to 1.</param>
public readonly record struct Brittleness(double Speed, int Pieces, double Spread)
{
    /// <summary>A drinking glass, a bottle: many sharp pieces that fly far.</summary>
    public static Brittleness Glass => new(1.6, 34, 0.16);

    /// <summary>A vase, a cup, a plate: fewer and larger sherds.</summary>
    public static Brittleness Ceramic => new(1.9, 22, 0.1);

    /// <summary>An ice cube, an icicle.</summary>
    public static Brittleness Ice => new(2.4, 16, 0.12);

    /// <summary>Impulse in newton seconds that breaks something of a mass in kilograms.</summary>
    public double StrengthOf(double mass) => mass * Speed;
}
