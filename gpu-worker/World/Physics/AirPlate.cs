namespace SoraFunctions.World.Physics;

/// <summary>
/// Air on a thin plate, quasi-steady as in Andersen, Pesavento and Wang, "Unsteady aerodynamics of fluttering and tumbling plates"
/// (2005), reduced: pressure along the plate's normal, a little drag along its face, and a centre of pressure that runs ahead of the
/// middle when the plate slips sideways, which is what makes leaves and petals flutter.
/// </summary>
/// <param name="Normal">Unit normal of the plate in the body's space.</param>
/// <param name="Area">Of one side in m2.</param>
/// <param name="Chord">Width in metres.</param>
public sealed record AirPlate(Vector3d Normal, double Area, double Chord)
{
    private const double AirDensity = 1.204;
    private const double NormalDrag = 1.9;
    private const double FaceDrag = 0.12;

    /// <summary>Slows, lifts and turns a body for a time in seconds.</summary>
    internal void Act(Body body, double seconds)
    {
        var speed = body.Velocity.Length;
        var normal = body.Orientation.Turn(Normal);
        var through = Vector3d.Dot(body.Velocity, normal);
        var along = body.Velocity - (normal * through);
        var pressure = 0.5 * AirDensity * Area * speed;

        // No more than stops the motion within the step, or a light petal would be thrown back by its own wind.
        var push = Math.Min(pressure * NormalDrag * seconds * body.InverseMass, 1);
        var drag = Math.Min(pressure * FaceDrag * seconds * body.InverseMass, 1);
        var lead = speed > 1e-6 ? along * (0.22 * Chord * (1 - (Math.Abs(through) / speed)) / Math.Max(along.Length, 1e-6)) : default;
        var impulse = normal * (-through * push * body.Mass.Mass);
        body.Velocity += (impulse * body.InverseMass) - (along * drag);
        body.AngularVelocity += body.InverseInertia * Vector3d.Cross(lead, impulse);

        var spin = body.AngularVelocity.Length;
        var inertia = Math.Max(body.Mass.Inertia.XX, Math.Max(body.Mass.Inertia.YY, body.Mass.Inertia.ZZ));
        var damping = AirDensity * Area * Chord * Chord * Chord * 0.35 * (spin + (speed / Chord)) / inertia;
        body.AngularVelocity *= 1 / (1 + (damping * seconds));
    }
}
