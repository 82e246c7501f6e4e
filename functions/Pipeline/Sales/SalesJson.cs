using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Commerce.Attribution;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>How what belongs to a sale is kept.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Evidence>))]
[JsonSerializable(typeof(IReadOnlyList<UnbookedRefund>))]
[JsonSerializable(typeof(IReadOnlyList<KeyValuePair<string, long>>))]
internal sealed partial class SalesJson : JsonSerializerContext;
