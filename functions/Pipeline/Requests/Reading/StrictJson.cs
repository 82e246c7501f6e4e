using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>Reads JSON into records and says of each fault where it is and what would be accepted.</summary>
public static class StrictJson
{
    /// <summary>Reads a document.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="RequestException">It is not JSON, or not an object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 };
            using var document = JsonDocument.Parse(json, options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Refuse("The body must be a JSON object.");
        }
        catch (JsonException fault)
        {
            throw Refuse($"The body is not valid JSON: {fault.Message}");
        }

        static RequestException Refuse(string message) =>
            new(new RequestError(null, message, RequestErrorCodes.InvalidJson));
    }

    /// <summary>Reads a record from a body, as <see cref="WireJson"/> says.</summary>
    /// <param name="body">What was sent, as JSON or as a form.</param>
    /// <typeparam name="T">What is expected.</typeparam>
    /// <exception cref="RequestException">It does not fit; every fault is named.</exception>
    public static T Read<T>(WireBody body) =>
        Read<T>(body.IsForm ? TypedForm.Of(body.Fields, WireJson.Options.GetTypeInfo(typeof(T))) : body.Fields);

    /// <summary>Reads a record as <see cref="WireJson"/> says.</summary>
    /// <param name="value">What was sent.</param>
    /// <typeparam name="T">What is expected.</typeparam>
    /// <exception cref="RequestException">It does not fit; every fault is named.</exception>
    public static T Read<T>(JsonElement value)
    {
        var type = (JsonTypeInfo<T>)WireJson.Options.GetTypeInfo(typeof(T));
        var errors = new List<RequestError>();
        Check(value, type, "", errors);
        if (errors.Count > 0)
        {
            throw new RequestException(errors);
        }

        try
        {
            return value.Deserialize(type)!;
        }
        catch (JsonException fault)
        {
            var field = fault.Path is null or "$" ? null : fault.Path.TrimStart('$').TrimStart('.');
            throw new RequestException(new RequestError(field, $"{field ?? "The body"} is not as expected.", RequestErrorCodes.WrongType));
        }
    }

    private static void Check(JsonElement value, JsonTypeInfo type, string path, List<RequestError> errors)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                CheckObject(value, type, path, errors);
                break;
            case JsonTypeInfoKind.Enumerable when Expect(value, JsonValueKind.Array, "an array", path, errors):
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    CheckValue(item, type.Options.GetTypeInfo(type.ElementType!), false, $"{path}[{index++}]", errors);
                }

                break;
            case JsonTypeInfoKind.Dictionary when Expect(value, JsonValueKind.Object, "an object", path, errors):
                foreach (var pair in value.EnumerateObject())
                {
                    CheckValue(pair.Value, type.Options.GetTypeInfo(type.ElementType!), false, $"{path}.{pair.Name}", errors);
                }

                break;
            case JsonTypeInfoKind.None:
                CheckLeaf(value, type, path, errors);
                break;
        }
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string path, List<RequestError> errors)
    {
        if (!Expect(value, JsonValueKind.Object, "an object", path, errors))
        {
            return;
        }

        var properties = type.Properties.ToDictionary(property => property.Name);
        foreach (var pair in value.EnumerateObject())
        {
            var field = path.Length == 0 ? pair.Name : $"{path}.{pair.Name}";
            if (!properties.TryGetValue(pair.Name, out var property))
            {
                errors.Add(new RequestError(
                    field,
                    $"There is no field '{field}'. Accepted here: {string.Join(", ", properties.Keys)}.",
                    RequestErrorCodes.UnknownField));
                continue;
            }

            CheckValue(pair.Value, type.Options.GetTypeInfo(property.PropertyType), property.IsSetNullable, field, errors);
        }

        foreach (var property in type.Properties.Where(IsNeeded).Where(property => !value.TryGetProperty(property.Name, out _)))
        {
            var field = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            errors.Add(new RequestError(field, $"{field} is required.", RequestErrorCodes.MissingField));
        }
    }

    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static void CheckValue(JsonElement value, JsonTypeInfo type, bool nullable, string path, List<RequestError> errors)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Check(value, type, path, errors);
        }
        else if (!nullable && Nullable.GetUnderlyingType(type.Type) is null)
        {
            errors.Add(new RequestError(path, $"{path} must not be null.", RequestErrorCodes.WrongType));
        }
    }

    private static void CheckLeaf(JsonElement value, JsonTypeInfo type, string path, List<RequestError> errors)
    {
        try
        {
            value.Deserialize(type);
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Contains('\0'))
            {
                // PostgreSQL keeps no such text, and no screen shows it.
                errors.Add(new RequestError(path, $"{path} must not contain the character U+0000."));
            }
        }
        catch (JsonException fault)
        {
            var plain = Expected(Nullable.GetUnderlyingType(type.Type) ?? type.Type);
            errors.Add(plain is null
                ? new RequestError(path, $"{path} {fault.Message}.")
                : new RequestError(path, $"{path} must be {plain}.", RequestErrorCodes.WrongType));
        }
    }

    /// <summary>Types whose converter is our own say themselves what they accept.</summary>
    private static string? Expected(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => null,
        TypeCode.String => "a string",
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Double or TypeCode.Decimal => "a number",
        _ when type == typeof(DateTimeOffset) => "a time such as 2026-12-01T09:00:00Z",
        _ when type == typeof(DateOnly) => "a day such as 2026-12-01",
        _ => null,
    };

    private static bool Expect(
        JsonElement value, JsonValueKind kind, string name, string path, List<RequestError> errors)
    {
        if (value.ValueKind == kind)
        {
            return true;
        }

        errors.Add(new RequestError(path.Length == 0 ? null : path, $"{path} must be {name}.".TrimStart(), RequestErrorCodes.WrongType));
        return false;
    }
}
