using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>How rows of rights are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<RightsWork>))]
[JsonSerializable(typeof(IReadOnlyList<VideoRight>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
public sealed partial class RightsJson : JsonSerializerContext
{
    /// <summary>The works of a holder's row.</summary>
    /// <param name="json">What the row holds.</param>
    public static IReadOnlyList<RightsWork> Works(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListRightsWork)!;

    /// <summary>The names or ids of a row.</summary>
    /// <param name="json">What the row holds.</param>
    public static IReadOnlyList<string> Words(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListString)!;

    /// <summary>What a video's row says of the rights in it; none where it says nothing.</summary>
    /// <param name="json">What the row holds.</param>
    public static IReadOnlyList<VideoRight> Rights(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListVideoRight)!;
}
