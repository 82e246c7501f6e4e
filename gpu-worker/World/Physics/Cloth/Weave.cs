namespace SoraFunctions.World.Physics.Cloth;

/// <summary>What a cloth is like.</summary>
/// <param name="Density">In kg/m2.</param>
/// <param name="Thickness">In metres: how far it stays from what it touches and from itself.</param>
/// <param name="Shear">How far its diagonals give, in metres a newton.</param>
/// <param name="Bend">How far it gives when folded, in metres a newton.</param>
/// <param name="Friction">Coulomb coefficient against what it touches.</param>
/// <param name="Air">Drag coefficient of its faces.</param>
public readonly record struct Weave(double Density, double Thickness, double Shear, double Bend, double Friction, double Air)
{
    /// <summary>Light and flowing.</summary>
    public static Weave Silk => new(0.08, 0.003, 4e-2, 1.5, 0.25, 1.2);

    /// <summary>A tablecloth, a flag.</summary>
    public static Weave Cotton => new(0.18, 0.004, 2e-2, 0.35, 0.45, 1.2);

    /// <summary>Heavy and soft: velvet, a curtain.</summary>
    public static Weave Velvet => new(0.4, 0.006, 1e-2, 0.1, 0.6, 1.2);

    /// <summary>A ribbon of satin: it keeps its width and springs back.</summary>
    public static Weave Ribbon => new(0.15, 0.002, 2e-3, 0.05, 0.3, 1.1);
}
