using SoraFunctions.World.Physics.Joints;

namespace SoraFunctions.World.Physics;

/// <summary>
/// Groups of bodies that touch or are joined, and what holds for each as a whole: all of a group fall asleep once all are still, wake
/// together, and have together no more energy after an impact than before it.
/// </summary>
internal sealed class Islands(IReadOnlyList<Body> bodies)
{
    private const double StillSpeed = 0.006;
    private const double StillSeconds = 0.35;
    private const double WakingSpeed = 0.02;

    private readonly int[] _parents = new int[bodies.Count];
    private readonly Island[] _islands = new Island[bodies.Count];
    private int _slept;

    /// <summary>Groups the bodies anew.</summary>
    public void Group(List<Manifold> near, IReadOnlyList<Joint> joints)
    {
        for (var i = 0; i < _parents.Length; i++)
        {
            _parents[i] = i;
        }

        foreach (var manifold in near)
        {
            Join(manifold.A, manifold.B);
        }

        foreach (var joint in joints)
        {
            if (joint.Holds)
            {
                Join(joint.A, joint.B);
            }
        }

        Array.Clear(_islands);
        foreach (var manifold in near)
        {
            ref var island = ref Of(manifold.Second.Moves ? manifold.B : Math.Max(manifold.A, 0));
            island.Touches = true;
            island.Bounces |= manifold.IsImpact;
            island.Grounded |= !manifold.First.Moves || !manifold.Second.Moves;
            island.Pushed |= Carries(manifold.First) || Carries(manifold.Second);
        }

        foreach (var joint in joints)
        {
            if (joint.Holds)
            {
                ref var island = ref Of(bodies[joint.B].Moves ? joint.B : Math.Max(joint.A, 0));
                island.Pushed |= joint.Works || Carries(bodies[joint.B]) || (joint.A >= 0 && Carries(bodies[joint.A]));
                island.Works |= joint.Works;
                island.Grounded |= joint.A < 0 || !bodies[joint.A].Moves || !bodies[joint.B].Moves;
            }
        }
    }

    /// <summary>Notes the speeds of what has met and is about to rebound.</summary>
    public void Stop()
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            if (bodies[i].Moves && Of(i).Bounces)
            {
                bodies[i].Stopped = (bodies[i].Velocity, bodies[i].AngularVelocity);
            }
        }
    }

    /// <summary>Takes back what a rebound, or being pushed out of an overlap, has given a group beyond what it had.</summary>
    public void Balance(Vector3d gravity)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            if (bodies[i].Moves)
            {
                ref var island = ref Of(i);
                if (island.Touches && !island.Pushed)
                {
                    island.Add(bodies[i], gravity);
                }
            }
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            if (_parents[i] == i)
            {
                _islands[i].Decide();
            }
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            if (bodies[i].Moves)
            {
                Of(i).Temper(bodies[i]);
            }
        }
    }

    /// <summary>Lets groups that have been still for a while fall asleep.</summary>
    public void PutToSleep(double step)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            var body = bodies[i];
            if (!body.Moves)
            {
                continue;
            }

            var pace = body.Velocity.Length + (body.AngularVelocity.Length * body.Shape.Reach);
            body.StillFor = pace < StillSpeed ? body.StillFor + step : 0;
            ref var island = ref Of(i);
            island.Restless |= body.StillFor < StillSeconds || !island.Touches || !island.Grounded || island.Works;
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            var body = bodies[i];
            if (body.Moves && !Of(i).Restless)
            {
                if (Of(i).Number == 0)
                {
                    Of(i).Number = ++_slept;
                }

                body.Island = Of(i).Number;
                body.Velocity = body.AngularVelocity = default;
                (body.MoveBy, body.TurnBy) = (default, default);
                body.StillFor = 0;
                body.Rests = true;
            }
        }

        foreach (var body in bodies)
        {
            body.Asleep |= body.Rests;
            body.Rests = false;
        }
    }

    public void WakeByTouch(Body a, Body b)
    {
        if (a.Asleep && IsAgile(b))
        {
            Wake(a);
        }

        if (b.Asleep && IsAgile(a))
        {
            Wake(b);
        }
    }

    /// <summary>Wakes all that fell asleep together with a body.</summary>
    public void Wake(Body sleeper)
    {
        var island = sleeper.Island;
        foreach (var body in bodies)
        {
            if (body.Asleep && body.Island == island)
            {
                body.Asleep = false;
                body.StillFor = 0;
                body.Weigh();
            }
        }
    }

    private static bool IsAgile(Body toucher) =>
        (toucher.Moves || (toucher.Motor is not null && toucher.Takes)) &&
        toucher.Velocity.Length + (toucher.AngularVelocity.Length * toucher.Shape.Reach) >= WakingSpeed;

    private static bool Carries(Body body) => body.Motor is not null && (body.Velocity != default || body.AngularVelocity != default);

    private ref Island Of(int body) => ref _islands[Root(body)];

    private void Join(int a, int b)
    {
        if (a >= 0 && bodies[a].Moves && bodies[b].Moves)
        {
            _parents[Root(a)] = Root(b);
        }
    }

    private int Root(int index)
    {
        while (_parents[index] != index)
        {
            index = _parents[index] = _parents[_parents[index]];
        }

        return index;
    }
}
