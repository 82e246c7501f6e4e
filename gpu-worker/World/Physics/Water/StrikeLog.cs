namespace SoraFunctions.World.Physics.Water;

/// <summary>Writes down when bodies strike water, one for each time: what follows while a body goes in belongs to the same strike.</summary>
internal sealed class StrikeLog
{
    // Seconds out of the water after which a body strikes anew.
    private const double Anew = 0.12;
    private const double SlowestHeard = 0.2;

    private readonly List<WaterStrike> _strikes = [];
    private readonly Dictionary<Body, (int Index, double Latest)> _running = [];

    public IReadOnlyList<WaterStrike> Strikes => _strikes;

    /// <summary>Notes what the water took from a body in a step.</summary>
    /// <param name="body">The body.</param>
    /// <param name="time">When.</param>
    /// <param name="impulse">Newton seconds, upwards is not counted.</param>
    /// <param name="radius">Of the line where the surface meets the body.</param>
    public void Note(Body body, double time, double impulse, double radius)
    {
        if (impulse <= 0 || body.Velocity.Length < SlowestHeard)
        {
            return;
        }

        if (_running.TryGetValue(body, out var run) && time - run.Latest < Anew)
        {
            var strike = _strikes[run.Index];
            _strikes[run.Index] = strike with { Impulse = strike.Impulse + impulse, Radius = Math.Max(strike.Radius, radius) };
            _running[body] = (run.Index, time);
            return;
        }

        _running[body] = (_strikes.Count, time);
        _strikes.Add(new(time, body.Position with { Y = 0 }, radius, body.Velocity.Length, impulse));
    }
}
