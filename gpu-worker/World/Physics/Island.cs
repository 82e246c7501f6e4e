namespace SoraFunctions.World.Physics;

/// <summary>What holds for a group of bodies that touch or are joined, in one step.</summary>
internal struct Island
{
    // Differences of energies below this part of them are rounding.
    private const double Rounding = 1e-13;

    private double _mass, _allowed, _potential, _stopped, _across, _rebound, _kept, _scale;
    private Vector3d _momentum, _drift;
    private bool _tempers;

    /// <summary>Whether any of them touches something.</summary>
    public bool Touches;

    /// <summary>Whether any of them meets something fast enough to bounce.</summary>
    public bool Bounces;

    /// <summary>Whether something that does not move holds or carries them.</summary>
    public bool Grounded;

    /// <summary>Whether something does work on them.</summary>
    public bool Pushed;

    /// <summary>Whether a joint among them does work.</summary>
    public bool Works;

    /// <summary>Whether any of them is not still.</summary>
    public bool Restless;

    /// <summary>Number under which it falls asleep.</summary>
    public int Number;

    /// <summary>Counts a body in: its energy as a function of how much of the rebound is kept.</summary>
    public void Add(Body body, Vector3d gravity)
    {
        var mass = body.Mass.Mass;
        _mass += mass;
        _allowed += body.Allowance;
        _potential -= mass * Vector3d.Dot(gravity, body.Position);
        if (!Bounces)
        {
            _stopped += body.KineticEnergy;
            _momentum += body.Momentum;
            return;
        }

        Vector3d velocity = body.Stopped.Velocity, turning = body.Stopped.AngularVelocity;
        Vector3d gain = body.Velocity - velocity, turned = body.AngularVelocity - turning;
        Vector3d spin = body.SpinAt(turning), spun = body.SpinAt(turned);
        _stopped += 0.5 * ((mass * velocity.LengthSquared) + Vector3d.Dot(turning, spin));
        _across += (mass * Vector3d.Dot(velocity, gain)) + Vector3d.Dot(turned, spin);
        _rebound += 0.5 * ((mass * gain.LengthSquared) + Vector3d.Dot(turned, spun));
        _momentum += body.Momentum;
    }

    /// <summary>Finds how much of the rebound, and of all motion, the energy allows.</summary>
    public void Decide()
    {
        var room = _allowed - _potential - _stopped;
        _kept = 1;
        _scale = 1;
        if (_mass == 0 || _across + _rebound <= room + (Rounding * Math.Abs(_allowed)))
        {
            return;
        }

        _tempers = true;
        if (Bounces && _rebound > 0)
        {
            var root = (_across * _across) + (4 * _rebound * room);
            _kept = root < 0 ? 0 : Math.Clamp((Math.Sqrt(root) - _across) / (2 * _rebound), 0, 1);
        }

        // In free flight the common motion of the group is not the group's to lose.
        _drift = Grounded ? default : _momentum / _mass;
        var own = _stopped + (_kept * _across) + (_kept * _kept * _rebound) - (0.5 * _mass * _drift.LengthSquared);
        var excess = own - (_allowed - _potential - (0.5 * _mass * _drift.LengthSquared));
        _scale = excess <= 0 || own <= 0 ? 1 : Math.Sqrt(Math.Max(1 - (excess / own), 0));
    }

    /// <summary>Gives a body what is left.</summary>
    public readonly void Temper(Body body)
    {
        if (!_tempers)
        {
            return;
        }

        if (Bounces)
        {
            body.Velocity = body.Stopped.Velocity + ((body.Velocity - body.Stopped.Velocity) * _kept);
            body.AngularVelocity = body.Stopped.AngularVelocity + ((body.AngularVelocity - body.Stopped.AngularVelocity) * _kept);
        }

        body.Velocity = _drift + ((body.Velocity - _drift) * _scale);
        body.AngularVelocity *= _scale;
    }
}
