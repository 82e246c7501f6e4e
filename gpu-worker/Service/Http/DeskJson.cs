using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Service.Http;

/// <summary>JSON of what is said over HTTP and is not in the contract.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class DeskJson : JsonSerializerContext;
