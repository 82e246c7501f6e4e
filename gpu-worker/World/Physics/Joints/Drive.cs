namespace SoraFunctions.World.Physics.Joints;

/// <summary>
/// A muscle or motor in a joint: a damped spring towards a target, solved implicitly with the joint, so that it is stable however stiff.
/// It turns both bodies with equal and opposite torque, and never with more than its strength.
/// </summary>
/// <param name="Strength">Most torque in newton metres, 0 or more.</param>
/// <param name="Stiffness">Newton metres per radian off the target; 0 for a motor that only keeps a speed.</param>
/// <param name="Damping">Newton metre seconds per radian: how firmly it keeps the target's speed.</param>
public readonly record struct Drive(double Strength, double Stiffness, double Damping)
{
    /// <summary>A drive that comes to its target without swinging over, for something of a known inertia.</summary>
    /// <param name="strength">Most torque in newton metres.</param>
    /// <param name="inertia">Moment of inertia about the joint of all that it carries, in kg m2.</param>
    /// <param name="seconds">About how long it takes to come near a target, in seconds.</param>
    public static Drive Reaching(double strength, double inertia, double seconds)
    {
        // Critically damped, a spring of angular frequency w is within 2 % after 5.8 / w.
        var omega = 5.8 / seconds;
        return new(strength, inertia * omega * omega, 2 * inertia * omega);
    }

    /// <summary>A motor that keeps a speed, as hard as its strength allows.</summary>
    /// <param name="strength">Most torque in newton metres.</param>
    public static Drive Turning(double strength) => new(strength, 0, 1e6);

    /// <summary>How the spring enters the solver: rate at which its error is worked off, and how much it gives.</summary>
    internal (double Rate, double Give) Implicit(double step)
    {
        var firm = Damping + (step * Stiffness);
        return firm > 0 ? (Stiffness / firm, 1 / (step * firm)) : (0, 1e30);
    }
}
