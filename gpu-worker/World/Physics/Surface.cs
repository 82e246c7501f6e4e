namespace SoraFunctions.World.Physics;

/// <summary>How a body's surface behaves in contact.</summary>
/// <param name="Friction">Coulomb coefficient; a pair has the geometric mean.</param>
/// <param name="Restitution">Rebound speed over approach speed, 0 to 1, against something hard.</param>
/// <param name="Softness">How much it gives compared with others: of a pair the softer one decides the rebound.</param>
/// <param name="Rolling">Lever arm of rolling resistance as a part of the body's reach.</param>
public readonly record struct Surface(double Friction, double Restitution, double Softness = 1, double Rolling = 0)
{
    /// <summary>Coulomb coefficient of a pair.</summary>
    public static double FrictionOf(Surface a, Surface b) => Math.Sqrt(a.Friction * b.Friction);

    /// <summary>Restitution of a pair: each takes up the impact in proportion to how much it gives.</summary>
    public static double RestitutionOf(Surface a, Surface b) =>
        ((a.Restitution * a.Softness) + (b.Restitution * b.Softness)) / (a.Softness + b.Softness);
}
