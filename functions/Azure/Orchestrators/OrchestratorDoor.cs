using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Orchestrators;

/// <summary>
/// Runs an orchestration of the catalog for the function that was called, under the code that its instance began with. All of it is
/// replayed, so nothing here awaits or asks anything but the context.
/// </summary>
/// <param name="catalog">Holds the code.</param>
/// <param name="json">How messages are written.</param>
public sealed partial class OrchestratorDoor(OrchestrationCatalog catalog, MessageJson json)
{
    /// <summary>Runs it.</summary>
    /// <param name="orchestration">Which.</param>
    /// <param name="context">The SDK's.</param>
    /// <param name="input">The message.</param>
    /// <exception cref="Exception">It failed; the message carries code and words to who waits for it.</exception>
    public async Task<TOutput> Run<TInput, TOutput>(
        Orchestration<TInput, TOutput> orchestration, TaskOrchestrationContext context, TInput input)
    {
        var log = context.CreateReplaySafeLogger(typeof(OrchestratorDoor).FullName!);
        Began(log, orchestration.Name, context.InstanceId, context.Version);
        try
        {
            var output = await CodeOf(orchestration.Name, context.Version).Run(new DurableContext(context, json), input);
            json.Encode(output, typeof(TOutput), $"output of '{orchestration.Name}'");
            Ended(log, orchestration.Name, context.InstanceId);
            return (TOutput)output!;
        }
        catch (Exception error)
        {
            Failed(log, error, orchestration.Name, context.InstanceId);
            throw new DurableFailureException(Failure.Of(error));
        }
    }

    private OrchestrationCode CodeOf(string name, string version) =>
        catalog.Orchestrations[name].CodeOf(OrchestrationVersions.Read(version))
        ?? throw new InvalidOperationException($"The code that '{name}' had in version {version} is not kept any longer.");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Orchestration} {Instance} began under version '{Version}'.")]
    private static partial void Began(ILogger log, string orchestration, string instance, string version);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Orchestration} {Instance} ended.")]
    private static partial void Ended(ILogger log, string orchestration, string instance);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Orchestration} {Instance} failed.")]
    private static partial void Failed(ILogger log, Exception error, string orchestration, string instance);
}
