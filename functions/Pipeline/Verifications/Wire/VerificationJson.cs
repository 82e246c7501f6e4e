using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>How a verification is written: snake-case names, everything there even when it is null.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(VerificationObject))]
public sealed partial class VerificationJson : JsonSerializerContext;
