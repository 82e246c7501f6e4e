namespace SoraFunctions.Local.Durable;

/// <summary>The calls of an instance: begun after a turn, ended by whoever does the work.</summary>
internal sealed partial class LiveInstance
{
    private readonly EventBuffer _events = new();
    private readonly Dictionary<int, Alarm?> _open = [];
    private List<Action> _due = [];
    private CancellationTokenSource? _cancellation;
    private int _arrivals;
    private DateTimeOffset _latest = row.Started;

    /// <summary>Takes in an event that has been stored.</summary>
    public void Offer(StoredEvent raised)
    {
        lock (_lock)
        {
            if (_events.Offer(raised) is { } request)
            {
                Finish(_row.Run, request, StepOutcome.Success(raised.Payload), eventId: raised.Id);
            }
        }
    }

    private void Dispatch(IReadOnlyList<CallOrder> orders, IReadOnlyDictionary<int, StepRecord> history)
    {
        lock (_lock)
        {
            foreach (var order in orders)
            {
                var record = history.GetValueOrDefault(order.Request.Number);
                if (_closed || record?.Arrival is not null)
                {
                    continue;
                }

                _open.Add(order.Request.Number, null);
                Dispatch(order, record);
            }
        }
    }

    private void Dispatch(CallOrder order, StepRecord? record)
    {
        var run = _row.Run;
        switch (order)
        {
            case ActivityOrder activity when record?.RetryAt is { } due:
                RunAt(due, run, activity, record.FailedRuns);
                break;
            case ActivityOrder activity:
                RunNow(run, activity, failedRuns: 0);
                break;
            case SubOrder sub:
                StartSub(run, sub);
                break;
            case DelayOrder delay:
                SetAlarm(run, delay.Request.Number, delay.Due, () => Finish(run, delay.Request, StepOutcome.Success("null")));
                break;
            case EventOrder wait when _events.Wait(wait.Request) is { } early:
                Finish(run, wait.Request, StepOutcome.Success(early.Payload), eventId: early.Id);
                break;
            case EventOrder wait:
                var timeout = StepOutcome.Failure(StepOutcome.TimedOut, $"The event '{wait.Request.Name}' did not come in time.");
                SetAlarm(run, wait.Request.Number, wait.Due, () => Finish(run, wait.Request, timeout));
                break;
            default:
                throw new InvalidOperationException($"There is no such call as {order}.");
        }
    }

    private void RunNow(int run, ActivityOrder order, int failedRuns)
    {
        lock (_lock)
        {
            if (_held && IsOpen(run, order.Request.Number))
            {
                _due.Add(() => RunNow(run, order, failedRuns));
            }
            else if (IsOpen(run, order.Request.Number))
            {
                _cancellation ??= CancellationTokenSource.CreateLinkedTokenSource(parts.Stopping);
                parts.Activities.Begin(order, Id, _cancellation.Token, result => ActivityEnded(run, order, failedRuns, result));
            }
        }
    }

    private void RunAt(DateTimeOffset due, int run, ActivityOrder order, int failedRuns) =>
        SetAlarm(run, order.Request.Number, due, () => RunNow(run, order, failedRuns));

    private void ActivityEnded(int run, ActivityOrder order, int failedRunsBefore, ActivityResult result)
    {
        var failedRuns = failedRunsBefore + (result.Outcome.Error is null ? 0 : 1);
        if (result.IsFinal || order.Retry?.PauseAfter(failedRuns) is not { } pause)
        {
            Finish(run, order.Request, result.Outcome, failedRuns);
            return;
        }

        var due = parts.Now + pause;
        parts.Writer.Keep(
            WriteKind.Retry,
            Id,
            order.Request.Number,
            tables => tables.Retry(Id, run, order.Request, failedRuns, due),
            recorded =>
            {
                if (recorded)
                {
                    RunAt(due, run, order, failedRuns);
                }
            });
    }

    private void StartSub(int run, SubOrder order)
    {
        var request = order.Request;
        if (parts.Live.IsSameOrAbove(order.InstanceId, this))
        {
            Finish(run, request, StepOutcome.Failure(
                StepOutcome.ServerError,
                $"The instance '{order.InstanceId}' can't wait for itself: give the sub-orchestration an id of its own."));
            return;
        }

        var child = new InstanceRow(order.InstanceId, request.Name, order.Input, 0, parts.Now, Id, _row.Version);
        parts.Ends.Subscribe(child.Id, end => Finish(run, request, end.Outcome));
        parts.Writer.Keep(
            WriteKind.SubStart,
            Id,
            request.Number,
            tables => (Started: tables.StartSub(child, run), Found: tables.Find(child.Id)),
            sub =>
            {
                if (sub.Started)
                {
                    parts.Begin(child, isNew: true);
                }
                else if (sub.Found is { } found && found.Name != request.Name)
                {
                    Finish(run, request, StepOutcome.Failure(
                        StepOutcome.ServerError, $"The instance '{child.Id}' exists and runs '{found.Name}', not '{request.Name}'."));
                }
                else if (sub.Found?.End is { } end)
                {
                    Finish(run, request, end.Outcome);
                }
            });
    }

    private void SetAlarm(int run, int number, DateTimeOffset due, Action ring)
    {
        lock (_lock)
        {
            if (IsOpen(run, number))
            {
                var alarm = new Alarm(parts.Clock, due, ring);
                _open[number]?.Dispose();
                _open[number] = alarm;
                alarm.Set();
            }
        }
    }

    /// <summary>Records the result of a call, then gives it to the code; the first result counts.</summary>
    private void Finish(int run, StepRequest request, StepOutcome outcome, int failedRuns = 0, long? eventId = null)
    {
        lock (_lock)
        {
            if (!IsOpen(run, request.Number))
            {
                return;
            }

            _open.Remove(request.Number, out var alarm);
            alarm?.Dispose();
            _events.StopWaiting(request.Number);
            var now = parts.Now;
            _latest = now > _latest ? now : _latest;
            var arrival = new Arrival(run, request, ++_arrivals, _latest, outcome);
            parts.Writer.Keep(
                WriteKind.Result,
                Id,
                request.Number,
                tables => tables.Result(Id, arrival, failedRuns, eventId),
                recorded =>
                {
                    if (recorded)
                    {
                        Deliver(arrival);
                    }
                });
        }
    }

    private void Deliver(Arrival arrival)
    {
        lock (_lock)
        {
            if (_closed || arrival.Run != _row.Run)
            {
                return;
            }

            _arrived.Enqueue(arrival);
        }

        Wake();
    }

    private bool IsOpen(int run, int number) => !_closed && run == _row.Run && _open.ContainsKey(number);

    private void CloseCalls()
    {
        foreach (var alarm in _open.Values)
        {
            alarm?.Dispose();
        }

        _open.Clear();
        _due.Clear();
        _events.ForgetWaits();
        if (_cancellation is { } cancellation)
        {
            _cancellation = null;
            _ = Cancel(cancellation);
        }
    }

    private static async Task Cancel(CancellationTokenSource cancellation)
    {
        await cancellation.CancelAsync();
        cancellation.Dispose();
    }
}
