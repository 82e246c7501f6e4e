using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Links;

/// <summary>How alternatives of a link are kept.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<LinkAlternative>))]
internal sealed partial class LinkJson : JsonSerializerContext;
