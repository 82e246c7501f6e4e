using System.Text.Json;

namespace SoraFunctions.Models.Schedulers;

/// <summary>The values of a scheduler's config; null counts as absent.</summary>
internal sealed class SchedulerValues(JsonElement config)
{
    public string Text(string name, string absent) => Find(name)?.GetString() ?? absent;

    public double Number(string name, double absent) => NumberOrNull(name) ?? absent;

    public double? NumberOrNull(string name) => Find(name)?.GetDouble();

    public int Whole(string name, int absent) => Find(name)?.GetInt32() ?? absent;

    public bool Flag(string name, bool absent = false) => Find(name)?.GetBoolean() ?? absent;

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

    private JsonElement? Find(string name) =>
        config.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
