using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core.Serialization;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Azure.Durable;

/// <summary>How the messages of orchestrations and activities are written: as Local writes them.</summary>
internal static class DurableMessages
{
    /// <summary>The options of the pipeline; what the SDK itself sends is known by reflection.</summary>
    public static JsonSerializerOptions Options { get; } = new(PipelineJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(PipelineJson.Default, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>The worker's serializer, which Durable Functions takes for its messages too.</summary>
    public static ObjectSerializer Serializer { get; } = new JsonObjectSerializer(Options);
}
