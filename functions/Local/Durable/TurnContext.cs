namespace SoraFunctions.Local.Durable;

/// <summary>
/// Runs the code of one orchestration on one thread at a time, and only while a turn lasts. Whatever wants to go on outside a turn
/// was woken by something that history does not know.
/// </summary>
/// <param name="foreign">Told, on any thread, that the code was woken from outside.</param>
internal sealed class TurnContext(Action foreign) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private int _thread;

    /// <summary>Whether the caller runs inside a turn.</summary>
    public bool IsInTurn => Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId;

    /// <summary>Runs a piece of the code and all that follows from it, until it waits.</summary>
    public void Execute(Action action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            action();
            while (_ready.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            Volatile.Write(ref _thread, 0);
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsInTurn)
        {
            _ready.Enqueue((d, state));
        }
        else
        {
            foreign();
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsInTurn)
        {
            d(state);
        }
        else
        {
            foreign();
        }
    }

    public override SynchronizationContext CreateCopy() => this;
}
