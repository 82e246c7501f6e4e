namespace SoraFunctions.Local.Durable;

/// <summary>Rings once, at or after its time by the wall clock; for any distance, though timers reach 49 days only.</summary>
internal sealed class Alarm : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _due;
    private readonly Action _ring;
    private readonly ITimer _timer;

    public Alarm(TimeProvider clock, DateTimeOffset due, Action ring)
    {
        _clock = clock;
        _due = due;
        _ring = ring;
        _timer = clock.CreateTimer(static alarm => ((Alarm)alarm!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to wait.</summary>
    public void Set()
    {
        if (_due == DateTimeOffset.MaxValue)
        {
            return;
        }

        // A timer counts whole milliseconds and may be early by a part of one.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling((_due - _clock.GetUtcNow()).TotalMilliseconds));
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        if (_clock.GetUtcNow() >= _due)
        {
            _ring();
        }
        else
        {
            Set();
        }
    }
}
