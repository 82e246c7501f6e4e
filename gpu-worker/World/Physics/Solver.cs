using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>
/// One step of all that holds bodies: speeds that keep joints together and bodies apart at its end, the move itself, then speeds that
/// suit the new place, and rebounds.
/// </summary>
internal sealed class Solver(List<Body> bodies, Body world, IReadOnlyList<Joint> joints, ContactList contacts, Islands islands)
{
    private const int Passes = 4;
    private const int JointPasses = 10;
    private const int JointSettlePasses = 4;

    // A flat face that lands has many points that must agree at once, or it would come away turning.
    private const int ImpactPasses = 12;
    private const double ContactDamping = 6;

    // How often in a step bodies may be sent on to meet others.
    private const int MostRelays = 4;

    private readonly List<Manifold> near = contacts.Near;

    public void Step(double step, Vector3d gravity)
    {
        islands.Group(near, joints);
        var hits = Prepare(step);
        var soft = Softness.Of(0.2 / step, ContactDamping, step);
        var passes = joints.Count > 0 ? JointPasses : Passes;
        for (var pass = 0; pass < passes; pass++)
        {
            SolveJoints(step);
            foreach (var manifold in near)
            {
                ContactSolver.Solve(manifold, step, soft);
            }
        }

        if (hits)
        {
            Stop(step, soft);
            for (var relay = 0; relay < MostRelays && Relay(step); relay++)
            {
                Stop(step, soft);
            }
        }

        Move(step);
        Settle(step);
        if (hits)
        {
            Bounce(step);
        }

        islands.Balance(gravity);
    }

    private static bool IsStruck(Manifold manifold) => manifold.First.Struck || manifold.Second.Struck;

    private Body At(int index) => index < 0 ? world : bodies[index];

    private void Stop(double step, Softness soft)
    {
        for (var pass = 0; pass < ImpactPasses; pass++)
        {
            SolveJoints(step);
            foreach (var manifold in near)
            {
                if (IsStruck(manifold))
                {
                    ContactSolver.Solve(manifold, step, soft);
                }
            }
        }
    }

    // Adds the contacts that bodies come to by what has hit them in this very step.
    private bool Relay(double step)
    {
        var strays = false;
        foreach (var body in bodies)
        {
            strays |= ContactList.Strays(body, step);
        }

        var known = strays ? contacts.FindMore(step) : near.Count;
        if (known == near.Count)
        {
            return false;
        }

        for (var i = known; i < near.Count; i++)
        {
            ContactSolver.Prepare(near[i], step);
            ContactSolver.WarmStart(near[i]);
            near[i].First.Struck = near[i].Second.Struck = true;
        }

        world.Struck = false;
        islands.Group(near, joints);
        return true;
    }

    private bool Prepare(double step)
    {
        var hits = false;
        foreach (var body in bodies)
        {
            body.Struck = false;

            // Half of what pushes before the move and half after it: then free flight is a parabola.
            if (body.Moves && !body.Touching)
            {
                body.Kick *= 0.5;
                body.Velocity -= body.Kick;
            }
        }

        foreach (var manifold in near)
        {
            ContactSolver.Prepare(manifold, step);
            if (manifold.IsImpact)
            {
                hits = manifold.First.Struck = manifold.Second.Struck = true;
            }
        }

        world.Struck = false;
        foreach (var manifold in near)
        {
            ContactSolver.WarmStart(manifold);
        }

        foreach (var joint in joints)
        {
            if (IsHolding(joint))
            {
                joint.Prepare(At(joint.A), At(joint.B), step);
            }
            else
            {
                joint.Forget();
            }
        }

        return hits;
    }

    private bool IsHolding(Joint joint)
    {
        Body first = At(joint.A), second = At(joint.B);
        return joint.Holds && (first.Moves || second.Moves) && second.Takes && (joint.A < 0 || first.Takes);
    }

    private void SolveJoints(double step)
    {
        foreach (var joint in joints)
        {
            if (IsHolding(joint))
            {
                joint.Solve(At(joint.A), At(joint.B), step);
            }
        }
    }

    private void Move(double step)
    {
        foreach (var body in bodies)
        {
            if (!body.Moves)
            {
                (body.MoveBy, body.TurnBy) = (body.Velocity, body.AngularVelocity);
                continue;
            }

            body.Move(step);
            if (!body.Touching)
            {
                body.Velocity += body.Kick;
            }
        }

        foreach (var joint in joints)
        {
            if (IsHolding(joint))
            {
                joint.Remeasure(At(joint.A), At(joint.B));
            }
        }

        foreach (var manifold in near)
        {
            ContactSolver.Remeasure(manifold, step);
        }
    }

    private void Settle(double step)
    {
        for (var pass = 0; pass < (joints.Count > 0 ? JointSettlePasses : 1); pass++)
        {
            SettleJoints(step);
            foreach (var manifold in near)
            {
                ContactSolver.Settle(manifold, step);
            }
        }
    }

    private void SettleJoints(double step)
    {
        foreach (var joint in joints)
        {
            if (IsHolding(joint))
            {
                joint.Settle(At(joint.A), At(joint.B), step);
            }
        }
    }

    private void Bounce(double step)
    {
        islands.Stop();
        for (var pass = 0; pass < ImpactPasses; pass++)
        {
            SettleJoints(step);
            foreach (var manifold in near)
            {
                if (IsStruck(manifold))
                {
                    ContactSolver.Bounce(manifold);
                }
            }
        }
    }
}
