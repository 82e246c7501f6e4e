namespace SoraFunctions.World.Physics.Vehicles;

/// <summary>
/// A tyre whose bristles bend with the slip of the contact patch and are straightened by rolling (the single contact point model of
/// Pacejka, "Tire and Vehicle Dynamics", chapter 7): the force grows in proportion to the slip, up to the friction of the road. A tyre
/// that stands holds like a spring.
/// </summary>
/// <param name="Friction">Coulomb coefficient on the road.</param>
/// <param name="Stiffness">Force at small slip as a part of the load, per unit of slip: about 16 for a road tyre.</param>
/// <param name="Relaxation">Metres rolled within which the bristles follow the slip.</param>
public readonly record struct Tyre(double Friction, double Stiffness, double Relaxation)
{
    /// <summary>How far the bristles bend before they slide, in metres.</summary>
    public double Give => Friction * Relaxation / Stiffness;

    /// <summary>The bend of the bristles after a step, as a vector on the road that points where the patch has slid to.</summary>
    /// <param name="bend">Before it.</param>
    /// <param name="slip">Velocity of the tread on the road in m/s.</param>
    /// <param name="rolling">Speed in m/s with which the tread goes through the patch.</param>
    /// <param name="step">Seconds.</param>
    public Vector3d Bent(Vector3d bend, Vector3d slip, double rolling, double step)
    {
        var next = (bend + (slip * step)) / (1 + (Math.Abs(rolling) * step / Relaxation));
        var length = next.Length;
        return length > Give ? next * (Give / length) : next;
    }

    /// <summary>The force of the road on the tyre in newtons, never more than friction allows.</summary>
    /// <param name="bend">Of the bristles.</param>
    /// <param name="slip">Velocity of the tread on the road in m/s.</param>
    /// <param name="load">The normal force in newtons.</param>
    /// <param name="damping">Newtons per m/s of slip that the rubber takes up.</param>
    public Vector3d Force(Vector3d bend, Vector3d slip, double load, double damping)
    {
        var force = (bend * (-load * Stiffness / Relaxation)) - (slip * damping);
        double most = Friction * load, size = force.Length;
        return size > most ? force * (most / size) : force;
    }
}
