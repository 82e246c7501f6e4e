using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.OpenApi;

/// <summary>JSON Schema of a record as <see cref="WireJson"/> reads it, with the words of its <see cref="DescriptionAttribute"/>s.</summary>
internal static class WireSchema
{
    private static readonly JsonSchemaExporterOptions _options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Complete,
    };

    public static JsonNode Of(Type type) => WireJson.Options.GetJsonSchemaAsNode(type, _options);

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var node = type switch
        {
            { IsEnum: true } => new JsonObject { ["type"] = "string", ["enum"] = Names(type) },
            _ when type == typeof(AdMusic) => new JsonObject { ["oneOf"] = new JsonArray(MusicForms()) },
            _ when type == typeof(AdVoice) => new JsonObject { ["oneOf"] = new JsonArray(VoiceForms()) },
            _ when type == typeof(WireSeconds) => new JsonObject { ["type"] = new JsonArray("string", "integer") },
            _ => schema as JsonObject ?? [],
        };
        if (context.PropertyInfo?.AttributeProvider is { } provider)
        {
            Describe(provider, context.PropertyInfo.Name, node);
        }

        return node;
    }

    private static JsonNode[] MusicForms() =>
    [
        new JsonObject { ["type"] = "boolean" },
        new JsonObject { ["type"] = "string", ["enum"] = Names(typeof(MusicStyle)) },
        new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["style"] = new JsonObject { ["type"] = "string", ["enum"] = Names(typeof(MusicStyle)) },
                ["tempo"] = new JsonObject { ["type"] = "integer", ["minimum"] = 40, ["maximum"] = 200 },
                ["volume"] = new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 2 },
                ["file"] = new JsonObject { ["type"] = "string" },
            },
        },
    ];

    private static JsonNode[] VoiceForms() =>
    [
        new JsonObject { ["type"] = "boolean" },
        new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("female", "male") },
        new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 64 },
                ["rate"] = new JsonObject { ["type"] = "number", ["minimum"] = 0.8, ["maximum"] = 1.25 },
                ["file"] = new JsonObject { ["type"] = "string" },
            },
        },
    ];

    private static void Describe(ICustomAttributeProvider provider, string name, JsonObject node)
    {
        if (provider.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute words, ..])
        {
            node["description"] = words.Description;
        }

        if (name == "channels" && node["items"] is JsonObject items)
        {
            items["enum"] = new JsonArray([.. ChannelProfile.Names.Select(channel => (JsonNode)channel)]);
        }
    }

    private static JsonArray Names(Type type) => new([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>()
        .Select(value => JsonSerializer.SerializeToNode(Enum.ToObject(type, value), type, WireJson.Options))]);
}
