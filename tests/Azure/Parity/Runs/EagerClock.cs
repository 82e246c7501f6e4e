using SoraFunctions.Azure.Tests.Doubles;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>A clock that jumps to the end of every timer as soon as it is set.</summary>
internal sealed class EagerClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = FixedClock.Noon;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new EagerTimer(this, () => callback(state));

    private void Jump(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }

    private sealed class EagerTimer(EagerClock clock, Action ring) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                clock.Jump(dueTime);
                ThreadPool.QueueUserWorkItem(_ => ring());
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
