using System.Text.Json;

namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>Values that a package's JSON files give, the first file that has one counting; null counts as absent.</summary>
internal sealed class PackageValues(IReadOnlyList<JsonElement> documents)
{
    /// <summary>Reads those files that are there.</summary>
    /// <exception cref="InvalidDataException">One is no JSON object; the message names it.</exception>
    public static PackageValues Read(string folder, params IEnumerable<string> names) =>
        new([.. names.Where(name => File.Exists(Path.Combine(folder, name))).Select(name => Document(folder, name))]);

    /// <summary>A number.</summary>
    public double? Number(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Unfit(name, value, "a number");

    /// <summary>A whole number over 0.</summary>
    public int? Count(string name) => Number(name) is not { } value ? null
        : value is >= 1 and <= int.MaxValue && value == Math.Floor(value) ? (int)value : throw new InvalidDataException($"{name} is {value}; a whole number over 0 is meant");

    /// <summary>A list of numbers; a single number is a list of one.</summary>
    public IReadOnlyList<float>? Numbers(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetSingle()],
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number) => [.. value.EnumerateArray().Select(one => one.GetSingle())],
        _ => throw Unfit(name, value, "a list of numbers"),
    };

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unfit(name, Find(name)!.Value, "true or false"),
    };

    /// <summary>A text.</summary>
    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Unfit(name, value, "a text");

    private JsonElement? Find(string name)
    {
        foreach (var document in documents)
            if (document.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                return value;
        return null;
    }

    private static JsonElement Document(string folder, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new InvalidDataException($"{name} is no JSON object");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{name} is no JSON: {exception.Message}", exception);
        }
    }

    private static InvalidDataException Unfit(string name, JsonElement value, string wanted) => new($"{name} is {value.GetRawText()}; {wanted} is meant");
}
