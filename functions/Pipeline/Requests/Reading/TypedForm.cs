using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Requests.Reading;

/// <summary>
/// A form knows texts alone: lists are numbered fields (<c>pictures[0][role]</c>, <c>pictures[1][role]</c>), numbers and truths are written
/// out. Which of them is meant is for the expected type to say.
/// </summary>
internal static partial class TypedForm
{
    /// <summary>The same fields with arrays, numbers and truths where such are expected; what is none stays as it is.</summary>
    /// <param name="fields">What a form gave.</param>
    /// <param name="type">What is expected.</param>
    /// <exception cref="RequestException">A list has gaps.</exception>
    public static JsonElement Of(JsonElement fields, JsonTypeInfo type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(fields, type, "", writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(JsonElement value, JsonTypeInfo? type, string path, Utf8JsonWriter writer)
    {
        if (type?.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var field in value.EnumerateObject())
            {
                writer.WritePropertyName(field.Name);
                var known = type.Properties.FirstOrDefault(property => property.Name == field.Name);
                Write(field.Value, known is null ? null : type.Options.GetTypeInfo(known.PropertyType), path.Length == 0 ? field.Name : $"{path}.{field.Name}", writer);
            }

            writer.WriteEndObject();
        }
        else if (type?.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var (index, item) in Items(value, path).Index())
            {
                Write(item, type!.Options.GetTypeInfo(type.ElementType!), $"{path}[{index}]", writer);
            }

            writer.WriteEndArray();
        }
        else if (type is not null && value.ValueKind == JsonValueKind.String && IsLiteral(value.GetString()!, Nullable.GetUnderlyingType(type.Type) ?? type.Type))
        {
            writer.WriteRawValue(value.GetString()!);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static bool IsLiteral(string text, Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => false,
        TypeCode.Boolean => text is "true" or "false",
        TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal => Number().IsMatch(text),
        _ => false,
    };

    private static IEnumerable<JsonElement> Items(JsonElement list, string path)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            return list.EnumerateArray();
        }

        var numbered = list.EnumerateObject()
            .Select(item => (Number: int.TryParse(item.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1, item.Value))
            .OrderBy(item => item.Number).ToList();
        return numbered.Index().All(item => item.Item.Number == item.Index)
            ? numbered.Select(item => item.Value)
            : throw new RequestException(new RequestError(
                path, $"{path} must be a list: {path}[0], {path}[1] and so on, without gaps.", RequestErrorCodes.WrongType));
    }

    // As JSON has them.
    [GeneratedRegex(@"^-?(0|[1-9]\d{0,17})(\.\d{1,17})?\z")]
    private static partial Regex Number();
}
