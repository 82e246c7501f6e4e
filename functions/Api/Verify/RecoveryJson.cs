using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Api.Verify;

/// <summary>Camel-case names, as the Soft Binding Resolution API has them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(BindingMatches))]
[JsonSerializable(typeof(SupportedAlgorithms))]
internal sealed partial class RecoveryJson : JsonSerializerContext;
