using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Json;

/// <summary>How the records of the contract are written as JSON: snake-case names, unknown fields refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Storyboard))]
[JsonSerializable(typeof(ClipLog))]
[JsonSerializable(typeof(ShotOrder))]
[JsonSerializable(typeof(CutOrder))]
[JsonSerializable(typeof(RenderJob))]
[JsonSerializable(typeof(RenderStatus))]
[JsonSerializable(typeof(IReadOnlyList<EngineInfo>))]
public sealed partial class ContractJson : JsonSerializerContext;
