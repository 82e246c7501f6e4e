using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.LanguageModels;

/// <summary>
/// JSON Schema of <see cref="Draft"/>, made from the records of the contract, as strict as chat completions want it: every field required,
/// none besides, no defaults. What is the shop's own and what the request decides is left out of it.
/// </summary>
internal static class DraftSchema
{
    private static readonly (Type Type, string[] Fields)[] _notAsked =
    [
        (typeof(Storyboard), ["seconds", "captions", "brand", "legal"]),
        (typeof(Subject), ["picture", "model"]),
        (typeof(SoundPlan), ["voice", "volume", "style", "said"]),
        (typeof(Caption), ["was", "stars"]),
        (typeof(EndCard), ["price", "was", "rating", "brand"]),
    ];

    /// <summary>The schema.</summary>
    public static BinaryData Text { get; } = BinaryData.FromString(ContractJson.Default.Options.GetJsonSchemaAsNode(typeof(Draft), new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Strict,
    }).ToJsonString());

    private static JsonNode Strict(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        var nullable = Nullable.GetUnderlyingType(type) is not null;
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } names)
        {
            return Choice(names, nullable);
        }

        if (schema is not JsonObject node)
        {
            return schema;
        }

        node.Remove("default");
        if (node["properties"] is JsonObject properties)
        {
            foreach (var field in _notAsked.Where(known => known.Type == type).SelectMany(known => known.Fields))
            {
                properties.Remove(field);
            }

            foreach (var property in context.TypeInfo.Properties.Where(known => properties[known.Name] is JsonObject))
            {
                // What has a default does not come through this method by itself.
                var own = properties[property.Name]!.AsObject();
                if (own.Remove("default") && property.PropertyType.IsEnum)
                {
                    properties[property.Name] = Choice(property.PropertyType, nullable: false);
                }
            }

            node["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]);
            node["additionalProperties"] = false;
        }

        return node;
    }

    private static JsonObject Choice(Type type, bool nullable) => new()
    {
        ["type"] = nullable ? new JsonArray("string", "null") : "string",
        ["enum"] = new JsonArray(
        [
            .. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name)),
            .. nullable ? new JsonNode?[] { null } : [],
        ]),
    };
}
