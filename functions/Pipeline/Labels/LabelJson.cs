using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>The JSON of the table of labels and of delivery records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(LabelTable))]
[JsonSerializable(typeof(DeliveryRecord))]
internal sealed partial class LabelJson : JsonSerializerContext;
