using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Commerce.Agents;

/// <summary>How the Agentic Commerce Protocol is written: snake-case names, and no key that has nothing to say, since it forbids others than its own.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgentSession))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(AgentCart))]
[JsonSerializable(typeof(FeedProducts))]
[JsonSerializable(typeof(DiscoveryDocument))]
[JsonSerializable(typeof(AgentError))]
public sealed partial class AgentJson : JsonSerializerContext;
