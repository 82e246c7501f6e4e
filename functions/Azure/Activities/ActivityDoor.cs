using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Telemetry;

namespace SoraFunctions.Azure.Activities;

/// <summary>Runs an activity of the catalog for the function that was called.</summary>
/// <param name="catalog">Holds its code.</param>
/// <param name="json">How messages are written.</param>
/// <param name="log">Where failures go.</param>
public sealed partial class ActivityDoor(OrchestrationCatalog catalog, MessageJson json, ILogger<ActivityDoor> log)
{
    /// <summary>Runs it in the services of this invocation.</summary>
    /// <param name="activity">Which.</param>
    /// <param name="input">The message.</param>
    /// <param name="context">The invocation; its token says that the host is stopping.</param>
    /// <exception cref="Exception">It failed; the message carries code and words to the orchestration.</exception>
    public async Task<TOutput> Run<TInput, TOutput>(Activity<TInput, TOutput> activity, TInput input, FunctionContext context)
    {
        using var invocation = StageTraces.Under(context.TraceContext?.TraceParent);
        try
        {
            var output = await catalog.Activities[activity.Name].Run(context.InstanceServices, input, context.CancellationToken);
            Check(output, activity);
            return (TOutput)output!;
        }
        catch (Exception error) when (!(error is OperationCanceledException && context.CancellationToken.IsCancellationRequested))
        {
            if (error is not FinalException)
            {
                Failed(log, error, activity.Name, context.InvocationId);
            }

            throw new DurableFailureException(Failure.Of(error));
        }
    }

    private void Check<TInput, TOutput>(object? output, Activity<TInput, TOutput> activity)
    {
        try
        {
            json.Encode(output, typeof(TOutput), $"output of activity '{activity.Name}'");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new FinalException(Failure.ServerError, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Activity {Activity} failed in invocation {Invocation}.")]
    private static partial void Failed(ILogger log, Exception error, string activity, string invocation);
}
