using SoraFunctions.World.Physics;

namespace SoraFunctions.World.Tests.Physics;

/// <summary>Bodies that the truths of mechanics are tried on.</summary>
internal static class Scene
{
    public const double Step = 1.0 / 960;

    public static Body Ball(double radius, Vector3d position, Surface surface, double density = 1000) => new()
    {
        Shape = new Ball { Margin = radius },
        Mass = MassProperties.Ball(radius, density),
        Surface = surface,
        Position = position,
    };

    public static Body Block(Vector3d size, Vector3d position, Surface surface, double density = 600) => new()
    {
        Shape = Hull.Block(size, 0.002),
        Mass = MassProperties.Block(size, density),
        Surface = surface,
        Position = position,
    };

    public static Body Can(double radius, double height, Vector3d position, Surface surface, double density = 900)
    {
        var mass = density * Math.PI * radius * radius * height;
        var across = mass * ((3 * radius * radius) + (height * height)) / 12;
        return new()
        {
            Shape = Revolved.Cylinder(radius, height, 0.002),
            Mass = new(mass, default, new(across, mass * radius * radius / 2, across, 0, 0, 0)),
            Surface = surface,
            Position = position,
        };
    }

    public static void Run(this Simulation simulation, double seconds, Action? each = null)
    {
        for (var i = 0; i < (int)Math.Round(seconds / Step); i++)
        {
            simulation.Step(Step);
            each?.Invoke();
        }
    }
}
