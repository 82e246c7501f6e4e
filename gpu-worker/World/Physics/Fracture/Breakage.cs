using SoraFunctions.World.Chances;

namespace SoraFunctions.World.Physics.Fracture;

/// <summary>
/// Breaks a body when a contact hits it harder than it bears. The blow gives it no more than its strength: the rest of the momentum
/// stays with the pieces, which go on as the body did, v + w x r, and are driven apart by part of the energy of the blow, with neither
/// momentum nor angular momentum from nowhere. The pieces are bodies of the simulation from the start, with Present = false.
/// </summary>
/// <param name="whole">The body that can break.</param>
/// <param name="pieces">Its pieces, and where their centres are in its space.</param>
/// <param name="strength">Impulse in newton seconds that it bears.</param>
/// <param name="spread">Part of the energy of the blow that drives the pieces apart, 0 to 1.</param>
/// <param name="seed">Of how unevenly they fly.</param>
public sealed class Breakage(Body whole, IReadOnlyList<(Body Body, Vector3d Offset)> pieces, double strength, double spread, long seed) : Influence
{
    // An impact goes on being written to its touch for so long, in seconds.
    private const double Blow = 0.03;

    private Vector3d _velocity;
    private Vector3d _spin;
    private int _index = -1;

    /// <summary>When it broke, in seconds of the simulation; null while it is whole.</summary>
    public double? Broken { get; private set; }

    /// <summary>Where it was struck, in metres.</summary>
    public Vector3d Place { get; private set; }

    /// <summary>Energy in joules that the blow took from it.</summary>
    public double Energy { get; private set; }

    /// <summary>Makes the bodies of fragments and what breaks a body into them.</summary>
    /// <param name="whole">The body that can break.</param>
    /// <param name="fragments">Its pieces, in its own space moved by <paramref name="centre"/>.</param>
    /// <param name="centre">The whole's centre of mass in the space in which the fragments were made.</param>
    /// <param name="brittleness">How it breaks.</param>
    /// <param name="seed">Of how unevenly the pieces fly.</param>
    /// <returns>The bodies to add to the simulation, in the order of the fragments, and the influence.</returns>
    public static (IReadOnlyList<Body> Bodies, Breakage Influence) Of(
        Body whole, IReadOnlyList<Fragment> fragments, Vector3d centre, Brittleness brittleness, long seed)
    {
        Body[] bodies = [.. fragments.Select(fragment => fragment.Body(whole.Surface))];
        var pieces = bodies.Zip(fragments, (body, fragment) => (body, fragment.Offset - centre)).ToArray();
        return (bodies, new(whole, pieces, brittleness.StrengthOf(whole.Mass.Mass), brittleness.Spread, seed));
    }

    /// <inheritdoc/>
    public override void Act(Simulation simulation, double step)
    {
        if (Broken is not null || !whole.Present)
        {
            return;
        }

        if (_index < 0)
        {
            _index = simulation.Bodies.ToList().IndexOf(whole);
        }

        for (var i = simulation.Touches.Count - 1; i >= 0 && simulation.Touches[i].Time > simulation.Time - Blow; i--)
        {
            var touch = simulation.Touches[i];
            if ((touch.First == _index || touch.Second == _index) && touch.Impulse > strength)
            {
                Break(simulation, touch, step);
                return;
            }
        }

        (_velocity, _spin) = (whole.Velocity, whole.AngularVelocity);
    }

    private void Break(Simulation simulation, Touch touch, double step)
    {
        // Speeds after the blow, without the gravity of this step.
        var fall = simulation.Gravity * step;
        var (velocity, spin) = (whole.Velocity - fall, whole.AngularVelocity);
        var borne = Math.Min(1, strength / touch.Impulse);
        Vector3d blow = velocity - _velocity, twist = spin - _spin;
        Refund(simulation, touch, blow * (whole.Mass.Mass * (1 - borne)));
        (velocity, spin) = (_velocity + (blow * borne) + fall, _spin + (twist * borne));
        foreach (var (body, offset) in pieces)
        {
            var arm = whole.Orientation.Turn(offset);
            body.Position = whole.Position + arm;
            body.Orientation = whole.Orientation;
            body.Velocity = velocity + Vector3d.Cross(spin, arm);
            body.AngularVelocity = spin;
            body.Present = true;
        }

        Scatter(touch.Place - whole.Position, spread * 0.5 * whole.Mass.Mass * blow.LengthSquared);
        whole.Present = false;
        (Broken, Place, Energy) = (touch.Time, touch.Place, 0.5 * whole.Mass.Mass * blow.LengthSquared);
    }

    // What the other body got beyond the strength of this one.
    private void Refund(Simulation simulation, Touch touch, Vector3d impulse)
    {
        var other = touch.First == _index ? touch.Second : touch.First;
        if (other >= 0 && simulation.Bodies[other] is { Motor: null, Asleep: false } body)
        {
            body.Velocity += impulse / body.Mass.Mass;
            var turn = body.Mass.Inertia.Inverse().Seen(body.Orientation) * Vector3d.Cross(touch.Place - body.Position, impulse);
            body.AngularVelocity += turn;
        }
    }

    // Away from the blow, unevenly; then what momentum and angular momentum that has in all is taken back.
    private void Scatter(Vector3d blow, double energy)
    {
        var chance = new Chance(seed);
        double mass = 0, kinetic = 0;
        Vector3d momentum = default, moment = default;
        Symmetric3 inertia = default;
        var kicks = new (Vector3d Velocity, Vector3d Spin)[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            var (body, arm, m) = (pieces[i].Body, whole.Orientation.Turn(pieces[i].Offset), pieces[i].Body.Mass.Mass);
            var away = arm - (blow * 0.8);
            kicks[i].Velocity = (away.Unit() + (chance.Direction() * 0.5)) * (0.4 + chance.Next());
            kicks[i].Spin = chance.Direction() * (chance.Next() * 1.5 / Math.Max(body.Shape.Reach, 1e-4));
            momentum += kicks[i].Velocity * m;
            mass += m;
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            var (body, arm) = (pieces[i].Body, whole.Orientation.Turn(pieces[i].Offset));
            kicks[i].Velocity -= momentum / mass;
            var own = body.Mass.Inertia.Seen(body.Orientation);
            moment += (own * kicks[i].Spin) + (Vector3d.Cross(arm, kicks[i].Velocity) * body.Mass.Mass);
            inertia = Sum(inertia, own, arm, body.Mass.Mass);
        }

        var turning = inertia.Inverse() * moment;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (body, arm) = (pieces[i].Body, whole.Orientation.Turn(pieces[i].Offset));
            kicks[i].Velocity -= Vector3d.Cross(turning, arm);
            kicks[i].Spin -= turning;
            kinetic += 0.5 * ((body.Mass.Mass * kicks[i].Velocity.LengthSquared) +
                Vector3d.Dot(kicks[i].Spin, body.Mass.Inertia.Seen(body.Orientation) * kicks[i].Spin));
        }

        var scale = Math.Sqrt(energy / kinetic);
        for (var i = 0; i < pieces.Count; i++)
        {
            pieces[i].Body.Velocity += kicks[i].Velocity * scale;
            pieces[i].Body.AngularVelocity += kicks[i].Spin * scale;
        }
    }

    private static Symmetric3 Sum(Symmetric3 sum, Symmetric3 own, Vector3d arm, double mass) => new(
        sum.XX + own.XX + (mass * ((arm.Y * arm.Y) + (arm.Z * arm.Z))),
        sum.YY + own.YY + (mass * ((arm.X * arm.X) + (arm.Z * arm.Z))),
        sum.ZZ + own.ZZ + (mass * ((arm.X * arm.X) + (arm.Y * arm.Y))),
        sum.XY + own.XY - (mass * arm.X * arm.Y),
        sum.XZ + own.XZ - (mass * arm.X * arm.Z),
        sum.YZ + own.YZ - (mass * arm.Y * arm.Z));
}
