using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Commerce;

/// <summary>How <c>commerce.json</c> is written: snake-case names, indented, nothing that is unknown.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommerceDocument))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class CommerceJson : JsonSerializerContext;
