using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Contract;

/// <summary>
/// Writes an enumeration as lower-case words joined by hyphens, and refuses anything else (numbers too) with a message that
/// lists what is accepted.
/// </summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabCaseEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> _byName = Enum.GetValues<TEnum>().ToDictionary(NameOf);
    private static readonly Dictionary<TEnum, string> _names = _byName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <inheritdoc/>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && _byName.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"must be one of: {string.Join(", ", _byName.Keys)}");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(_names[value]);

    private static string NameOf(TEnum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
