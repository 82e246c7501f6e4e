using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SoraFunctions.Api.Errors;

namespace SoraFunctions.Api.Bodies;

/// <summary>
/// How the clients of the Videos API write objects in forms: <c>input_reference[image_url]</c>, <c>video[id]</c>,
/// <c>characters[][id]</c>. A name that is there already starts the next item of its array.
/// </summary>
internal static partial class BracketedNames
{
    public static void Add(JsonObject root, string name, string value)
    {
        var match = NameForm().Match(name);
        if (!match.Success)
        {
            throw Refusals.Invalid(name, $"'{name}' is not the name of a field.", "unknown_parameter");
        }

        Set(root, match.Groups[1].Value, [.. match.Groups[2].Captures.Select(capture => capture.Value)], name, value);
    }

    private static void Set(JsonObject target, string key, ReadOnlySpan<string> rest, string name, string value)
    {
        if (rest.IsEmpty)
        {
            if (!target.TryAdd(key, JsonValue.Create(value)))
            {
                throw Refusals.Invalid(name, $"{name} is given twice.");
            }
        }
        else if (rest[0].Length > 0)
        {
            Set(Child<JsonObject>(target, key, name), rest[0], rest[1..], name, value);
        }
        else if (rest.Length == 1)
        {
            Child<JsonArray>(target, key, name).Add((JsonNode)JsonValue.Create(value));
        }
        else
        {
            var items = Child<JsonArray>(target, key, name);
            if (items.LastOrDefault() is not JsonObject item || item.ContainsKey(rest[1]))
            {
                item = [];
                items.Add((JsonNode)item);
            }

            Set(item, rest[1], rest[2..], name, value);
        }
    }

    private static TNode Child<TNode>(JsonObject target, string key, string name)
        where TNode : JsonNode
    {
        if (!target.ContainsKey(key))
        {
            target[key] = (JsonNode)(typeof(TNode) == typeof(JsonArray) ? new JsonArray() : new JsonObject());
        }

        return target[key] as TNode ?? throw Refusals.Invalid(name, $"{name} is given in two ways.");
    }

    [GeneratedRegex(@"^([^\[\]]+)(?:\[([^\[\]]*)\]){0,4}\z")]
    private static partial Regex NameForm();
}
