namespace SoraFunctions.World.Physics;

/// <summary>What acts on the bodies of a simulation besides gravity and contact: water, wind, cloth, a motor.</summary>
public abstract class Influence
{
    /// <summary>Acts for one step, after gravity and before contacts and joints are solved: it may change velocities, and its own state.</summary>
    /// <param name="simulation">The simulation; its bodies are where they are at the beginning of the step.</param>
    /// <param name="step">Length of the step in seconds.</param>
    public abstract void Act(Simulation simulation, double step);
}
