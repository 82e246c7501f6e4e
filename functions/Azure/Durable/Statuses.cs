using System.Text.Json;
using Microsoft.DurableTask.Client;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Durable;

/// <summary>What the SDK tells of an instance, in the pipeline's words.</summary>
internal static class Statuses
{
    /// <summary>The status of an instance.</summary>
    /// <param name="found">Fetched with its outputs.</param>
    public static InstanceStatus Of(OrchestrationMetadata found)
    {
        var state = Of(found.RuntimeStatus);
        var output = Json(found.SerializedOutput);
        return new InstanceStatus(
            found.InstanceId,
            found.Name,
            state,
            Json(found.SerializedCustomStatus),
            state == InstanceState.Completed ? output : null,
            state switch
            {
                InstanceState.Failed when found.FailureDetails is { } details => Failure.Read(details).Message,
                InstanceState.Failed or InstanceState.Cancelled => Text(output),
                _ => null,
            });
    }

    private static InstanceState Of(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Completed => InstanceState.Completed,
        OrchestrationRuntimeStatus.Failed => InstanceState.Failed,
        OrchestrationRuntimeStatus.Terminated => InstanceState.Cancelled,
        OrchestrationRuntimeStatus.Suspended => InstanceState.Suspended,
        _ => InstanceState.Running,
    };

    private static JsonElement? Json(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var element = JsonElement.Parse(text);
            return element.ValueKind == JsonValueKind.Null ? null : element;
        }
        catch (JsonException)
        {
            // A host writes its own words, such as the reason of an end, without quotes.
            return JsonSerializer.SerializeToElement(text);
        }
    }

    private static string? Text(JsonElement? output) =>
        output is { ValueKind: JsonValueKind.String } text ? text.GetString() : output?.GetRawText();
}
