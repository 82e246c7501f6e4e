using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Runs activities, each in a scope of its own.</summary>
internal sealed class ActivityExecutor(
    OrchestrationCatalog catalog,
    MessageJson json,
    IServiceScopeFactory scopes,
    ActivityGates gates,
    ILogger log,
    Action<Failpoint>? failpoint)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Begins an activity.</summary>
    /// <param name="order">Which, with what.</param>
    /// <param name="instance">For whom.</param>
    /// <param name="cancellation">Nobody wants its result any more, or the runner stops.</param>
    /// <param name="ended">Called when it ended for another reason than cancellation.</param>
    public void Begin(ActivityOrder order, string instance, CancellationToken cancellation, Action<ActivityResult> ended)
    {
        var task = Task.Run(() => Run(order, instance, cancellation, ended), CancellationToken.None);
        lock (_lock)
        {
            _running.Add(task);
        }

        task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits for all that run.</summary>
    public Task Idle()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running);
        }
    }

    private void Forget(Task task)
    {
        lock (_lock)
        {
            _running.Remove(task);
        }
    }

    private async Task Run(ActivityOrder order, string instance, CancellationToken cancellation, Action<ActivityResult> ended)
    {
        var gate = gates.For(order.Request.Name);
        try
        {
            await gate.Enter(ActivityParty.Of(order.Input), cancellation);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            failpoint?.Invoke(new Failpoint(Failpoint.ActivityBegins, instance, order.Request.Number));
            if (await Attempt(order, instance, cancellation) is { } result)
            {
                failpoint?.Invoke(new Failpoint(Failpoint.ActivityEnded, instance, order.Request.Number));
                ended(result);
            }
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<ActivityResult?> Attempt(ActivityOrder order, string instance, CancellationToken cancellation)
    {
        var name = order.Request.Name;
        if (!catalog.Activities.TryGetValue(name, out var entry))
        {
            return Final(StepOutcome.ServerError, $"There is no activity '{name}' in the catalog.");
        }

        object? output;
        try
        {
            var input = json.Decode(order.Input, entry.Input);
            await using var scope = scopes.CreateAsyncScope();
            output = await entry.Run(scope.ServiceProvider, input, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (FinalException final)
        {
            return Final(final.Code, final.Message);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "Activity {Activity} of {Instance} failed.", name, instance);
            return new ActivityResult(StepOutcome.Failure(StepOutcome.ServerError, error.Message), IsFinal: false);
        }

        try
        {
            var message = json.Encode(output, entry.Output, $"output of activity '{name}'");
            return new ActivityResult(StepOutcome.Success(message), IsFinal: true);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Final(StepOutcome.ServerError, error.Message);
        }
    }

    private static ActivityResult Final(string code, string message) => new(StepOutcome.Failure(code, message), IsFinal: true);
}
