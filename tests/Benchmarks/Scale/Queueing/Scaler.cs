namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>
/// Adds and removes units (instances, replicas) by how much there is to do: so many that each would be used to the target, at once
/// upwards, downwards only to the most that was wanted within the cooldown.
/// </summary>
internal sealed class Scaler
{
    /// <summary>What a unit brings: servers of each of these stations.</summary>
    public required IReadOnlyList<(Station Station, int PerUnit)> Brings { get; init; }

    public required int Least { get; init; }

    public required int Most { get; init; }

    /// <summary>Part of a unit's servers that should be at work, over 0 to 1.</summary>
    public double Target { get; init; } = 1;

    /// <summary>Seconds between two looks.</summary>
    public double Interval { get; init; } = 30;

    /// <summary>Seconds from the decision to the first job: the cold start.</summary>
    public double Lag { get; init; }

    /// <summary>Seconds for which a unit stays that is not wanted any more.</summary>
    public double Cooldown { get; init; } = 300;

    private readonly Queue<(double At, int Units)> _wanted = [];
    private readonly Queue<(double Ready, int Units)> _starting = [];
    private int _units;
    private int _ordered;

    /// <summary>Units at work, on average over the time so far, times seconds.</summary>
    public double UnitArea { get; private set; }

    /// <summary>Most units at a time.</summary>
    public int MostUnits { get; private set; }

    /// <summary>Begins with so many units, as if they had just been wanted.</summary>
    public void Begin(int units)
    {
        _units = _ordered = Math.Clamp(units, Least, Most);
        _wanted.Enqueue((0, _units));
        Show();
    }

    /// <summary>Looks. Whatever waits at the stations may get a server now.</summary>
    public void Look(double now)
    {
        UnitArea += Interval * _ordered;
        while (_starting.TryPeek(out var ready) && ready.Ready <= now)
        {
            _units = Math.Min(_units + _starting.Dequeue().Units, _ordered);
        }

        var wanted = Brings.Max(part => (int)Math.Ceiling((part.Station.Busy + part.Station.Waiting) / (part.PerUnit * Target)));
        _wanted.Enqueue((now, wanted));
        while (_wanted.Peek().At < now - Cooldown)
        {
            _wanted.Dequeue();
        }

        var kept = Math.Clamp(_wanted.Max(past => past.Units), Least, Most);
        if (kept > _ordered)
        {
            _starting.Enqueue((now + Lag, kept - _ordered));
        }

        _ordered = kept;
        _units = Math.Min(_units, _ordered);
        Show();
    }

    private void Show()
    {
        MostUnits = Math.Max(MostUnits, _units);
        foreach (var (station, perUnit) in Brings)
        {
            station.Servers = Math.Min(_units * perUnit, station.Limit);
        }
    }
}
