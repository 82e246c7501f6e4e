using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Commerce.Agents;

namespace SoraFunctions.Pipeline.Agents;

/// <summary>How sellers and checkouts are kept, and orders told.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SellerTerms))]
[JsonSerializable(typeof(CheckoutState))]
[JsonSerializable(typeof(OrderEvent))]
internal sealed partial class AgentStateJson : JsonSerializerContext;
