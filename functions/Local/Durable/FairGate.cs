namespace SoraFunctions.Local.Durable;

/// <summary>
/// Lets so many in at a time. Parties take turns, however many each has in the row: who comes alone waits for one place for each other party
/// at most, and not for all that came before.
/// </summary>
/// <param name="width">How many are in at a time.</param>
internal sealed class FairGate(int width)
{
    private readonly Lock _lock = new();
    private readonly Queue<string> _round = [];
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _rows = [];
    private int _free = width;

    /// <summary>Waits for a place; <see cref="Leave"/> gives it back.</summary>
    /// <param name="party">For whom.</param>
    /// <param name="cancellation">Stops waiting; no place is then taken.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task Enter(string party, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            if (!_rows.TryGetValue(party, out var row))
            {
                _rows[party] = row = [];
                _round.Enqueue(party);
            }

            row.Enqueue(waiter);
        }

        await using var stop = cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        await waiter.Task;
    }

    /// <summary>Gives a place to the next party that waits.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (_round.TryDequeue(out var party))
            {
                var row = _rows[party];
                var next = row.Dequeue();
                if (row.Count > 0)
                {
                    _round.Enqueue(party);
                }
                else
                {
                    _rows.Remove(party);
                }

                if (next.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }
}
