using System.Text.Json.Nodes;

namespace SoraFunctions.Api.Tests.Walls;

/// <summary>The smallest body that a schema of the OpenAPI document takes: its required fields, with some value each.</summary>
internal sealed class MinimalBody(JsonObject document)
{
    /// <summary>Of an operation; null where it takes no JSON.</summary>
    public string? Of(JsonObject operation) =>
        operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Value(schema)!.ToJsonString() : null;

    private JsonNode? Value(JsonNode schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return Value(reference.GetValue<string>()[2..].Split('/').Aggregate((JsonNode)document, (node, name) => node[name]!));
        }

        if (schema["const"] is { } constant)
        {
            return constant.DeepClone();
        }

        if (schema["enum"] is JsonArray words)
        {
            return words[0]!.DeepClone();
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray forms)
        {
            return Value(forms[0]!);
        }

        return (schema["type"] is JsonArray types ? types[0]! : schema["type"])?.GetValue<string>() switch
        {
            "string" => (schema["format"]?.GetValue<string>()) switch
            {
                "date" => "2026-11-23",
                "date-time" => "2026-11-23T12:00:00Z",
                "uri" => "https://shop.example/",
                _ => "words",
            },
            "integer" or "number" => schema["minimum"]?.DeepClone() ?? 1,
            "boolean" => true,
            "array" => new JsonArray(schema["items"] is { } items ? Value(items) : "words"),
            _ => Fields(schema),
        };
    }

    private JsonObject Fields(JsonNode schema) => new((schema["required"] as JsonArray ?? [])
        .Select(name => name!.GetValue<string>())
        .Select(name => KeyValuePair.Create(name, schema["properties"]?[name] is { } property ? Value(property) : "words")));
}
