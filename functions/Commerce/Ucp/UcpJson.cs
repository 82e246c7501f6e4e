using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Commerce.Ucp;

/// <summary>How the Universal Commerce Protocol is written: snake-case names, and no key that has nothing to say.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UcpProfile))]
[JsonSerializable(typeof(UcpAnswer))]
[JsonSerializable(typeof(UcpFault))]
public sealed partial class UcpJson : JsonSerializerContext;
