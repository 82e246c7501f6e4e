namespace SoraFunctions.World.Physics;

/// <summary>Lets groups of touching bodies fall asleep together once all of them are still, and wakes them together.</summary>
internal sealed class Sleep(IReadOnlyList<Body> bodies, IReadOnlySet<int> tied)
{
    private const double StillSpeed = 0.006;
    private const double StillSeconds = 0.35;
    private const double WakingSpeed = 0.02;

    private readonly int[] _parents = new int[bodies.Count];
    private int _islands;

    public void WakeByTouch(Body a, Body b)
    {
        Wake(a, b);
        Wake(b, a);
    }

    public void Update(IReadOnlyList<Manifold> near, double step)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            _parents[i] = i;
            var body = bodies[i];
            var pace = body.Velocity.Length + (body.AngularVelocity.Length * body.Shape.Reach);
            body.StillFor = pace < StillSpeed && !tied.Contains(i) ? body.StillFor + step : 0;
        }

        foreach (var manifold in near)
        {
            if (manifold.A >= 0 && bodies[manifold.A].Moves && bodies[manifold.B].Moves)
            {
                _parents[Root(manifold.A)] = Root(manifold.B);
            }
        }

        for (var i = 0; i < bodies.Count; i++)
        {
            if (bodies[i].Moves && Root(i) == i && IsStill(i))
            {
                _islands++;
                PutToSleep(i);
            }
        }
    }

    private bool IsStill(int root)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            if (Root(i) == root && bodies[i].Moves && (bodies[i].StillFor < StillSeconds || !bodies[i].Touching))
            {
                return false;
            }
        }

        return true;
    }

    private void PutToSleep(int root)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            if (Root(i) == root && bodies[i].Moves)
            {
                bodies[i].Velocity = bodies[i].AngularVelocity = default;
                bodies[i].Island = _islands;
                bodies[i].Asleep = true;
            }
        }
    }

    private void Wake(Body sleeper, Body toucher)
    {
        var awake = toucher.Moves || (toucher.Motor is not null && !toucher.Parked);
        if (!sleeper.Asleep || !awake ||
            toucher.Velocity.Length + (toucher.AngularVelocity.Length * toucher.Shape.Reach) < WakingSpeed)
        {
            return;
        }

        foreach (var body in bodies)
        {
            if (body.Asleep && body.Island == sleeper.Island)
            {
                body.Asleep = false;
                body.StillFor = 0;
                body.InverseMass = 1 / body.Mass.Mass;
                body.InverseInertia = body.Mass.Inertia.Inverse().Seen(body.Orientation);
            }
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
