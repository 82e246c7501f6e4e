namespace SoraFunctions.World.Physics.Water;

/// <summary>One body in the water: what the surface is like around it, and what it did to the water since the water's last step.</summary>
internal sealed class Floater(WettedSkin skin)
{
    // How much water goes along with a body: half of what it displaces, as with a ball.
    private const double AddedMass = 0.5;
    private const double AddedInertia = 0.05;

    private double _along;
    private (double Height, double SlopeX, double SlopeZ, double Rise) _surface;
    private (Vector3d Place, double Volume, double Radius) _stamped;
    private double _upward;

    public Immersion Immersion { get; } = new(skin);

    /// <summary>Momentum over the density of water that the body lost to water it struck since the last step of the water.</summary>
    public Vector3d Struck { get; private set; }

    /// <summary>Radius of the half ball as large as the wet volume: about that of the line where the surface meets the body.</summary>
    public double Ring => Math.Cbrt(1.5 / Math.PI * Immersion.Volume);

    // The ring of the displaced volume. Under a body water does not pile up, it goes aside: hence wider than the body. It stays as it
    // is while the body bobs, or moving the ring would itself make waves out of nothing.
    private readonly double _around = 2 * Math.Cbrt(1.5 / Math.PI * skin.Volume);

    /// <summary>
    /// Reads the surface: its height over just the ring that the body's displaced volume goes to, so that waves which it makes cost it
    /// exactly their energy; its slope from eight points around.
    /// </summary>
    public void Read(Body body, WaveField water)
    {
        const int points = 8;
        var radius = body.Shape.Reach + water.Cell;
        double slopeX = 0, slopeZ = 0;
        for (var i = 0; i < points; i++)
        {
            var (sine, cosine) = Math.SinCos((i + 0.5) * 2 * Math.PI / points);
            var at = water.HeightAt(body.Position.X + (radius * cosine), body.Position.Z + (radius * sine));
            slopeX += at * cosine * 2 / (points * radius);
            slopeZ += at * sine * 2 / (points * radius);
        }

        var height = water.MeanHeight(body.Position.X, body.Position.Z, _around + Math.Max(0, Immersion.Cover));
        _surface = (height, slopeX, slopeZ, (height - _surface.Height) / water.Seconds);
    }

    /// <summary>Lets the water act on the body for a step.</summary>
    public void Act(Body body, double density, Vector3d gravity, double step)
    {
        if (!body.Present || body.Parked || body.Position.Y - body.Shape.Reach > _surface.Height + (0.1 * body.Shape.Reach))
        {
            Immersion.Leave();
            _along = 0;
            return;
        }

        // The speed before this step's gravity, which lift may cancel: or a body at rest would be held up a little by its drag.
        var velocity = body.Velocity - (body.Moves ? gravity * step : default) - new Vector3d(0, _surface.Rise, 0);
        Immersion.Measure(body, _surface.Height, _surface.SlopeX, _surface.SlopeZ, velocity, -gravity.Y);
        if (!body.Moves || Immersion.Volume <= 0)
        {
            return;
        }

        // Water keeps moving it: it is neither in free flight nor ever asleep.
        body.Touching = true;
        body.StillFor = 0;
        var mass = body.Mass.Mass;
        var along = AddedMass * density * Immersion.Volume;
        Strike(body, density, along, -gravity.Y);
        var lift = new Vector3d(-_surface.SlopeX, 1, -_surface.SlopeZ) * (density * -gravity.Y * Immersion.Volume);
        var resistance = Immersion.Force * density;
        body.Velocity += ((lift + resistance + (gravity * mass)) * (step / (mass + along + (step * density * Immersion.Slope)))) - (gravity * step);
        var round = (AddedInertia * density * Immersion.Volume * body.Shape.Reach * body.Shape.Reach) + (step * density * Immersion.SpinSlope);
        var inertia = body.Mass.Inertia.Seen(body.Orientation);
        var heavier = inertia with { XX = inertia.XX + round, YY = inertia.YY + round, ZZ = inertia.ZZ + round };
        var moment = (Immersion.Moment * density) + Vector3d.Cross(Immersion.Centre, lift);
        body.AngularVelocity += heavier.Inverse() * (moment * step);
        _upward += Immersion.Force.Y * step;
        _along = along;

        // What pushes it, pushes the water that goes along as well: a load on a raft would weigh too much otherwise.
        body.InverseMass = 1 / (mass + along);
        body.InverseInertia = heavier.Inverse();
    }

    /// <summary>Gives the water what the body did to it: the volume it pushed aside, and its push.</summary>
    public void Stir(Body body, WaveField water)
    {
        var struck = -Struck.Y;
        if (_upward != 0 || struck != 0)
        {
            water.Push(body.Position.X, body.Position.Z, _upward + struck, Ring + Math.Max(0, Immersion.Cover));
        }

        if (_stamped.Volume > 0)
        {
            water.Add(_stamped.Place.X, _stamped.Place.Z, -_stamped.Volume, _stamped.Radius);
        }

        // Waves that come by lift the surface and not the body: they push nothing aside.
        var volume = Math.Clamp(Immersion.Volume - (Immersion.Waterplane * _surface.Height), 0, Immersion.Whole);
        var taken = volume > 0 && water.Add(body.Position.X, body.Position.Z, volume, _around + Math.Max(0, Immersion.Cover));
        _stamped = (body.Position, taken ? volume : 0, _around + Math.Max(0, Immersion.Cover));

        (_upward, Struck) = (0, default);
    }

    // Who dives in takes water along: momentum is shared, and what energy that costs flies up as spray. In slow motion none is lost.
    private void Strike(Body body, double density, double along, double gravity)
    {
        var more = along - _along;
        var velocity = body.Velocity - new Vector3d(0, _surface.Rise, 0);
        var square = velocity.LengthSquared;
        if (more <= 0 || velocity.Y >= 0)
        {
            return;
        }

        var change = velocity * (-more / (body.Mass.Mass + along) * square / (square + (gravity * body.Shape.Reach)));
        body.Velocity += change;
        Struck -= change * (body.Mass.Mass / density);
    }
}
