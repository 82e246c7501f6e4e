using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Reads <see cref="AdVoice"/>; a form writes all of it as text.</summary>
internal sealed class AdVoiceConverter : JsonConverter<AdVoice>
{
    private const string Accepted = "must be true, false, female, male or an object with name, rate and file";

    public override AdVoice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => new AdVoice(),
        JsonTokenType.False => new AdVoice { Wanted = false },
        JsonTokenType.String => reader.GetString() switch
        {
            "true" => new AdVoice(),
            "false" => new AdVoice { Wanted = false },
            "female" => new AdVoice { Name = "female" },
            "male" => new AdVoice { Name = "male" },
            _ => throw new JsonException(Accepted),
        },
        JsonTokenType.StartObject => Object(JsonElement.ParseValue(ref reader)),
        _ => throw new JsonException(Accepted),
    };

    public override void Write(Utf8JsonWriter writer, AdVoice value, JsonSerializerOptions options)
    {
        if (value == new AdVoice() || !value.Wanted)
        {
            writer.WriteBooleanValue(value.Wanted);
            return;
        }

        writer.WriteStartObject();
        if (value.Name is not null)
        {
            writer.WriteString("name", value.Name);
        }

        if (value.Rate is { } rate)
        {
            writer.WriteNumber("rate", rate);
        }

        if (value.File is not null)
        {
            writer.WriteString("file", value.File);
        }

        writer.WriteEndObject();
    }

    private static AdVoice Object(JsonElement fields)
    {
        var voice = new AdVoice();
        foreach (var field in fields.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            voice = field.Name switch
            {
                "name" => voice with { Name = Text(field) },
                "rate" => voice with { Rate = Number(field) },
                "file" => voice with { File = Text(field) },
                _ => throw new JsonException($"{Accepted}; there is no field '{field.Name}'"),
            };
        }

        return voice;
    }

    private static string Text(JsonProperty field) => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 } text
        ? text
        : throw new JsonException($"{Accepted}; its {field.Name} must be a string");

    private static double Number(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Number => field.Value.GetDouble(),
        JsonValueKind.String when double.TryParse(field.Value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new JsonException($"{Accepted}; its {field.Name} must be a number"),
    };
}
