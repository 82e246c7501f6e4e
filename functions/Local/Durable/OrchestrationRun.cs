using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>One run of an orchestration's code: begun from the top, fed with results in the order of their recording.</summary>
internal sealed class OrchestrationRun
{
    private readonly OrchestrationEntry _entry;
    private readonly OrchestrationCode _code;
    private readonly InstanceRow _row;
    private readonly MessageJson _json;
    private readonly ReplayContext _context;
    private readonly TurnContext _turn;
    private readonly Action _wake;
    private InstanceEnd? _end;
    private string? _fault;

    /// <param name="entry">Which orchestration.</param>
    /// <param name="code">Its code for this instance.</param>
    /// <param name="row">The instance.</param>
    /// <param name="history">What is recorded of this run, by number of call.</param>
    /// <param name="json">How messages are written.</param>
    /// <param name="wake">Asks for a turn, from any thread, because the code broke the rules outside one.</param>
    public OrchestrationRun(
        OrchestrationEntry entry,
        OrchestrationCode code,
        InstanceRow row,
        IReadOnlyDictionary<int, StepRecord> history,
        MessageJson json,
        Action wake)
    {
        _entry = entry;
        _code = code;
        _row = row;
        _json = json;
        _wake = wake;
        _turn = new TurnContext(() => Fault(ReplayErrors.Foreign));
        _context = new ReplayContext(row, history, json, _turn, Fault);
    }

    /// <summary>How it ended; null while it runs.</summary>
    public InstanceEnd? End => _fault is { } fault ? InstanceEnd.Failed(StepOutcome.ServerError, fault) : _end;

    /// <summary>The exception that ended it, for the log.</summary>
    public Exception? Error { get; private set; }

    public string? Status => _context.Status;

    /// <summary>Input of the next run; null when there is none.</summary>
    public string? NextInput => End?.State == InstanceState.Completed ? _context.NextInput : null;

    public IReadOnlyList<CallOrder> TakeOrders() => _context.TakeOrders();

    /// <summary>Runs the code from the top, gives it the recorded results, and stops where it waits for something new.</summary>
    public void Replay(IReadOnlyDictionary<int, StepRecord> history)
    {
        Step(() => _ = RunCode());
        foreach (var arrival in history.Values.Select(step => step.Arrival).OfType<Arrival>().OrderBy(arrival => arrival.Order))
        {
            Deliver(arrival);
        }

        if (End is null && history.Values.FirstOrDefault(step => step.Request.Number > _context.Calls) is { } ahead)
        {
            Fault(ReplayErrors.NotAsked(ahead.Request));
        }

        _context.EndReplay();
    }

    /// <summary>Gives a recorded result to the code and runs it until it waits again.</summary>
    public void Deliver(Arrival arrival)
    {
        if (End is not null)
        {
            return;
        }

        if (_context.Take(arrival.Request.Number) is not { } call)
        {
            Fault(ReplayErrors.NotAsked(arrival.Request));
            return;
        }

        _context.Now = arrival.At;
        Step(() => call.Complete(arrival.Outcome));
    }

    private void Step(Action action)
    {
        try
        {
            _turn.Execute(action);
        }
        catch (Exception error)
        {
            // Only what the code threw into the void (an async void method) comes out here.
            Error = error;
            Fault(error.Message);
        }

        if (End is null && _context.Waiting == 0)
        {
            Fault(ReplayErrors.Foreign);
        }
    }

    private async Task RunCode()
    {
        try
        {
            var output = await _code.Run(_context, _json.Decode(_row.Input, _entry.Input));
            _end = InstanceEnd.Completed(_context.NextInput is null
                ? _json.Encode(output, _entry.Output, $"output of '{_entry.Name}'")
                : "null");
        }
        catch (Exception error)
        {
            Error = error;
            _end = InstanceEnd.Failed(error);
        }
    }

    private void Fault(string message)
    {
        Interlocked.CompareExchange(ref _fault, message, null);
        if (!_turn.IsInTurn)
        {
            _wake();
        }
    }
}
