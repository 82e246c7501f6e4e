using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Channels;

/// <summary>How the table of channels is written: snake-case names, nothing unknown, nothing left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ChannelTable))]
internal sealed partial class ChannelJson : JsonSerializerContext;
