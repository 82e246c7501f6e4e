namespace SoraFunctions.World.Physics.Pour;

/// <summary>A stream of liquid in free fall from a spout: its middle flies as a stone does, and as it gets faster it gets thinner.</summary>
/// <param name="Spout">Where it comes out, in metres.</param>
/// <param name="Velocity">With which it comes out, in m/s; not 0.</param>
/// <param name="Rate">In m3/s: a jug pours some 6e-5.</param>
/// <param name="From">When it begins, in seconds.</param>
/// <param name="Until">When it ends, in seconds.</param>
public sealed record Stream(Vector3d Spout, Vector3d Velocity, double Rate, double From, double Until)
{
    private const double Gravity = 9.81;

    /// <summary>All that is poured, in m3.</summary>
    public double Volume => Rate * (Until - From);

    /// <summary>Where liquid is so many seconds after it left the spout.</summary>
    public Vector3d PlaceAfter(double flight) => Spout + (Velocity * flight) - new Vector3d(0, 0.5 * Gravity * flight * flight, 0);

    /// <summary>Its velocity then.</summary>
    public Vector3d VelocityAfter(double flight) => Velocity - new Vector3d(0, Gravity * flight, 0);

    /// <summary>Radius of the stream there, in metres: its section times its speed is what comes out of the spout.</summary>
    public double RadiusAfter(double flight) => Math.Sqrt(Rate / (Math.PI * VelocityAfter(flight).Length));

    /// <summary>Seconds of flight down to a height; 0 for a height above all of the stream.</summary>
    public double FlightTo(double height)
    {
        var root = (Velocity.Y * Velocity.Y) + (2 * Gravity * (Spout.Y - height));
        return root < 0 ? 0 : Math.Max(0, (Velocity.Y + Math.Sqrt(root)) / Gravity);
    }
}
