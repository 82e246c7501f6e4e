namespace SoraFunctions.World.Physics;

/// <summary>Writes down impacts, one for each time a pair meets: the chatter that follows within an instant is the same impact.</summary>
internal sealed class TouchLog
{
    private const double SlowestHeard = 0.05;
    private const double SameImpact = 0.025;

    private readonly List<Touch> _touches = [];
    private readonly Dictionary<(int A, int B), int> _latest = [];

    public IReadOnlyList<Touch> Touches => _touches;

    public void Note(Manifold manifold, double time, double step)
    {
        double impulse = 0, speed = 0, instant = step;
        Vector3d place = default;
        for (var i = 0; i < manifold.Count; i++)
        {
            ref readonly var point = ref manifold.Points[i];
            impulse += point.Normal;
            if (point.Largest > 0 && -point.Approach > speed)
            {
                speed = -point.Approach;
                instant = Math.Min(step, Math.Max(point.Gap, 0) / speed);
                place = manifold.Second.Position + point.OffsetB;
            }
        }

        if (speed < SlowestHeard || impulse <= 0)
        {
            return;
        }

        var touch = new Touch(time + instant, manifold.A, manifold.B, place, impulse, speed);
        if (_latest.TryGetValue((manifold.A, manifold.B), out var index) && touch.Time - _touches[index].Time < SameImpact)
        {
            var before = _touches[index];
            _touches[index] = before with { Impulse = before.Impulse + impulse, Speed = Math.Max(before.Speed, speed) };
            return;
        }

        _latest[(manifold.A, manifold.B)] = _touches.Count;
        _touches.Add(touch);
    }
}
