using System.Text.Json;

namespace SoraFunctions.Models.Schedulers;

/// <summary>The values of a scheduler's config; null counts as absent.</summary>
/// <exception cref="NotSupportedException">The config is no object.</exception>
internal sealed class SchedulerValues(JsonElement config)
{
    private readonly JsonElement _config = config.ValueKind == JsonValueKind.Object ? config
        : throw new NotSupportedException("the scheduler's config is no JSON object");

    public string Text(string name, string absent) =>
        Find(name) is not { } value ? absent : value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Unfit(name, value, "a text");

    public double Number(string name, double absent) => NumberOrNull(name) ?? absent;

    public double? NumberOrNull(string name) =>
        Find(name) is not { } value ? null : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Unfit(name, value, "a number");

    public int Whole(string name, int absent) =>
        NumberOrNull(name) is not { } value ? absent
            : Math.Abs(value) <= int.MaxValue && value == Math.Floor(value) ? (int)value : throw Unfit(name, Find(name)!.Value, "a whole number");

    public bool Flag(string name, bool absent = false) => Find(name) is not { } value ? absent : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unfit(name, value, "true or false"),
    };

    public bool HasItems(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0;

    public T Choice<T>(string name, string absent, IReadOnlyDictionary<string, T> known) =>
        known.TryGetValue(Text(name, absent), out var value) ? value : throw Unknown(name, Text(name, absent), known.Keys);

    /// <exception cref="NotSupportedException">The value is none of those known.</exception>
    public void Require(string name, string absent, params string[] known)
    {
        if (!known.Contains(Text(name, absent)))
            throw Unknown(name, Text(name, absent), known);
    }

    /// <exception cref="NotSupportedException">One of these is switched on.</exception>
    public void Refuse(params string[] names)
    {
        if (names.FirstOrDefault(name => Flag(name)) is { } one)
            throw new NotSupportedException($"the scheduler's {one} is not known");
    }

    private static NotSupportedException Unknown(string name, string value, IEnumerable<string> known) =>
        new($"the scheduler's {name} is {value}; known are {string.Join(", ", known)}");

    private static NotSupportedException Unfit(string name, JsonElement value, string wanted) =>
        new($"the scheduler's {name} is {value.GetRawText()}, not {wanted}");

    private JsonElement? Find(string name) =>
        _config.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
