using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>Reads <see cref="AdMusic"/>; a form writes all of it as text.</summary>
internal sealed class AdMusicConverter : JsonConverter<AdMusic>
{
    private static readonly string _accepted =
        $"must be true, false, a style ({string.Join(", ", Enum.GetValues<MusicStyle>().Select(NameOf))}) or an object with style, tempo, volume and file";

    public override AdMusic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => new AdMusic(),
        JsonTokenType.False => new AdMusic { Wanted = false },
        JsonTokenType.String => reader.GetString() switch
        {
            "true" => new AdMusic(),
            "false" => new AdMusic { Wanted = false },
            _ => new AdMusic { Style = Style(reader.GetString()) },
        },
        JsonTokenType.StartObject => Object(JsonElement.ParseValue(ref reader)),
        _ => throw new JsonException(_accepted),
    };

    public override void Write(Utf8JsonWriter writer, AdMusic value, JsonSerializerOptions options)
    {
        if (value == new AdMusic() || !value.Wanted)
        {
            writer.WriteBooleanValue(value.Wanted);
            return;
        }

        writer.WriteStartObject();
        WriteText(writer, "style", value.Style is { } style ? NameOf(style) : null);
        WriteNumber(writer, "tempo", value.Tempo);
        WriteNumber(writer, "volume", value.Volume);
        WriteText(writer, "file", value.File);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static AdMusic Object(JsonElement fields)
    {
        var music = new AdMusic();
        foreach (var field in fields.EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            music = field.Name switch
            {
                "style" => music with { Style = Style(Text(field)) },
                "tempo" => music with { Tempo = Number(field) },
                "volume" => music with { Volume = Number(field) },
                "file" => music with { File = Text(field) },
                _ => throw new JsonException($"{_accepted}; there is no field '{field.Name}'"),
            };
        }

        return music;
    }

    private static MusicStyle Style(string? name)
    {
        foreach (var style in Enum.GetValues<MusicStyle>())
        {
            if (NameOf(style) == name)
            {
                return style;
            }
        }

        throw new JsonException($"{_accepted}; there is no style '{name}'");
    }

    private static string NameOf(MusicStyle style) => JsonNamingPolicy.KebabCaseLower.ConvertName(style.ToString());

    private static string Text(JsonProperty field) => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 } text
        ? text
        : throw new JsonException($"{_accepted}; its {field.Name} must be a string");

    private static double Number(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Number => field.Value.GetDouble(),
        JsonValueKind.String when double.TryParse(field.Value.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new JsonException($"{_accepted}; its {field.Name} must be a number"),
    };
}
