using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Reads <c>8</c> and <c>"8"</c>; writes the string.</summary>
internal sealed class WireSecondsConverter : JsonConverter<WireSeconds>
{
    public override WireSeconds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => new WireSeconds(number),
            JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                => new WireSeconds(number),
            _ => throw new JsonException("must be a whole number of seconds from 1 to 120, such as \"8\""),
        };

    public override void Write(Utf8JsonWriter writer, WireSeconds value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value.ToString(CultureInfo.InvariantCulture));
}
