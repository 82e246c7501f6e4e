using Microsoft.Data.Sqlite;

namespace SoraFunctions.Local.Durable;

/// <summary>
/// An instance in flight. Its code runs in turns, never two at a time: each turn gives it what has been recorded since the last one, then
/// does what the code has asked for. Results come in on any thread; the lock puts them in the order in which they are recorded.
/// </summary>
/// <param name="row">What is stored of it.</param>
/// <param name="isNew">Whether it was stored by this process, so that there is no history to read.</param>
/// <param name="parts">What all instances share.</param>
internal sealed partial class LiveInstance(InstanceRow row, bool isNew, RunnerParts parts)
{
    private static readonly TimeSpan PauseAfterFailedRead = TimeSpan.FromSeconds(5);
    private static readonly IReadOnlyDictionary<int, StepRecord> NoHistory = new Dictionary<int, StepRecord>();

    private readonly Lock _lock = new();
    private readonly Queue<Arrival> _arrived = new();
    private InstanceRow _row = row;
    private bool _isNew = isNew;
    private OrchestrationRun? _run;
    private string? _storedStatus = row.Status;
    private bool _hasTurn, _wantsTurn, _closed;
    private bool _held = row.Suspended;

    public string Id => _row.Id;

    /// <summary>The instance that started it; null for none.</summary>
    public string? Parent => _row.Parent;

    /// <summary>Asks for a turn.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            _wantsTurn = true;
            if (_hasTurn || _closed || _held)
            {
                return;
            }

            _hasTurn = true;
        }

        parts.Turns.Add(this);
    }

    /// <summary>Holds the code, or lets it go on with all that has come in since.</summary>
    public void Hold(bool held)
    {
        List<Action> due = [];
        lock (_lock)
        {
            _held = held;
            if (!held)
            {
                (due, _due) = (_due, due);
            }
        }

        due.ForEach(run => run());
        if (!held)
        {
            Wake();
        }
    }

    /// <summary>Runs the code until it waits.</summary>
    public void Turn()
    {
        do
        {
            try
            {
                parts.Failpoint?.Invoke(new Failpoint(Failpoint.TurnBegins, Id, 0));
                Advance();
                parts.Failpoint?.Invoke(new Failpoint(Failpoint.TurnEnded, Id, 0));
            }
            catch (SqliteException error)
            {
                parts.Log.LogError(error, "The history of {Instance} can't be read; it waits.", Id);
                new Alarm(parts.Clock, parts.Now + PauseAfterFailedRead, Wake).Set();
            }
            catch (Exception error)
            {
                parts.Log.LogError(error, "The turn of {Instance} failed.", Id);
                End(InstanceEnd.Failed(error));
            }
        }
        while (HasMore());
    }

    private bool HasMore()
    {
        lock (_lock)
        {
            return _hasTurn = !_closed && !_held && (_wantsTurn || _arrived.Count > 0);
        }
    }

    private void Advance()
    {
        lock (_lock)
        {
            if (_closed || _held)
            {
                return;
            }

            _wantsTurn = false;
        }

        var history = NoHistory;
        if (_run is null)
        {
            if (!parts.Catalog.Orchestrations.TryGetValue(_row.Name, out var entry))
            {
                End(InstanceEnd.Failed(StepOutcome.ServerError, $"There is no orchestration '{_row.Name}' in the catalog."));
                return;
            }

            if (entry.CodeOf(_row.Version) is not { } code)
            {
                End(InstanceEnd.Failed(
                    StepOutcome.ServerError, $"The orchestration '{_row.Name}' has no code for version {_row.Version} any longer."));
                return;
            }

            history = _isNew ? NoHistory : Load();
            _run = new OrchestrationRun(entry, code, _row, history, parts.Json, Wake);
            _run.Replay(history);
        }

        while (TakeArrival() is { } arrival)
        {
            _run.Deliver(arrival);
        }

        Settle(_run, history);
    }

    private IReadOnlyDictionary<int, StepRecord> Load()
    {
        var history = parts.Reader.Steps(_row);
        var raised = parts.Reader.Events(Id);
        lock (_lock)
        {
            _events.Load(raised);
            _arrivals = history.Values.Max(step => step.Arrival?.Order) ?? 0;
            _latest = history.Values.Max(step => step.Arrival?.At) ?? _row.Started;
        }

        return history;
    }

    private Arrival? TakeArrival()
    {
        lock (_lock)
        {
            return _arrived.TryDequeue(out var arrival) ? arrival : null;
        }
    }

    /// <summary>Does what the code has asked for since the last turn.</summary>
    private void Settle(OrchestrationRun run, IReadOnlyDictionary<int, StepRecord> history)
    {
        if (run.End is { } end)
        {
            if (run.NextInput is { } input)
            {
                Continue(input, run.Status);
            }
            else
            {
                if (run.Error is not null)
                {
                    parts.Log.LogWarning(run.Error, "Orchestration {Orchestration} {Instance} failed.", _row.Name, Id);
                }

                End(end, run.Status);
            }

            return;
        }

        if (run.Status is { } status && status != _storedStatus)
        {
            _storedStatus = status;
            var number = _row.Run;
            parts.Writer.Keep(WriteKind.Status, Id, 0, tables => tables.Status(Id, number, status), _ => { });
        }

        Dispatch(run.TakeOrders(), history);
    }

    private void End(InstanceEnd end, string? status = null)
    {
        var run = _row.Run;
        var shown = status ?? _storedStatus;
        Close();
        parts.Writer.Keep(WriteKind.End, Id, 0, tables => tables.End(Id, run, end, shown), ended =>
        {
            if (ended)
            {
                parts.Live.Remove(Id);
                parts.Ends.Fire(Id, end);
            }
        });
    }

    private void Continue(string input, string? status)
    {
        var next = _row with { Input = input, Run = _row.Run + 1, Started = parts.Now, Status = status };
        Close();
        parts.Writer.Keep(WriteKind.Continue, Id, 0, tables => tables.Continue(next), continued =>
        {
            if (continued)
            {
                Reopen(next);
                Wake();
            }
        });
    }

    /// <summary>Nothing more comes of this run: it has ended, or was cancelled, durably or soon to be.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            _arrived.Clear();
            CloseCalls();
        }
    }

    private void Reopen(InstanceRow next)
    {
        lock (_lock)
        {
            _row = next;
            _run = null;
            _isNew = true;
            _storedStatus = next.Status;
            _arrivals = 0;
            _latest = next.Started;
            _closed = false;
        }
    }
}
