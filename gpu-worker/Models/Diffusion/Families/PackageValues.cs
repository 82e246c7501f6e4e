using System.Text.Json;

namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>Values that a package's JSON files give, the first file that has one counting; null counts as absent.</summary>
internal sealed class PackageValues(IReadOnlyList<(string Name, JsonElement Root)> documents)
{
    /// <summary>Reads those files that are there.</summary>
    /// <exception cref="InvalidDataException">One is no JSON object; the message names it.</exception>
    public static PackageValues Read(string folder, params IEnumerable<string> names) =>
        new([.. names.Where(name => File.Exists(Path.Combine(folder, name))).Select(name => (name, Document(folder, name)))]);

    /// <summary>A number.</summary>
    public double? Number(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Unfit(name, "a number");

    /// <summary>A whole number over 0.</summary>
    public int? Count(string name) => Number(name) is not { } value ? null
        : value is >= 1 and <= int.MaxValue && value == Math.Floor(value) ? (int)value : throw Unfit(name, "a whole number over 0");

    /// <summary>A list of numbers; a single number is a list of one.</summary>
    public IReadOnlyList<float>? Numbers(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetSingle()],
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number) => [.. value.EnumerateArray().Select(one => one.GetSingle())],
        _ => throw Unfit(name, "a list of numbers"),
    };

    /// <summary>Yes or no.</summary>
    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unfit(name, "true or false"),
    };

    /// <summary>A text.</summary>
    public string? Text(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Unfit(name, "a text");

    private JsonElement? Find(string name) => Place(name)?.Value;

    private (string Document, JsonElement Value)? Place(string name)
    {
        foreach (var (document, root) in documents)
            if (root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                return (document, value);
        return null;
    }

    private static JsonElement Document(string folder, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name)));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new InvalidDataException($"{name}: it is no JSON object");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{name}: it is no JSON: {exception.Message}", exception);
        }
    }

    private InvalidDataException Unfit(string name, string wanted)
    {
        var (document, value) = Place(name)!.Value;
        return new($"{document}: {name} is {value.GetRawText()}; {wanted} is meant");
    }
}
