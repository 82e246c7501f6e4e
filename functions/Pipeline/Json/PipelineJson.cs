using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Webhooks;

namespace SoraFunctions.Pipeline.Json;

/// <summary>How messages and stored documents are written as JSON: snake-case names, nulls left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VideoOrder))]
[JsonSerializable(typeof(VideoRequest))]
[JsonSerializable(typeof(BlobRef))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(WebhookOrder))]
[JsonSerializable(typeof(WebhookAttempt))]
[JsonSerializable(typeof(WebhookOutcome))]
[JsonSerializable(typeof(WrittenStoryboard))]
[JsonSerializable(typeof(ModerationVerdict))]
[JsonSerializable(typeof(Storyboard))]
[JsonSerializable(typeof(ShotOrder))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class PipelineJson : JsonSerializerContext;
