using System.Text.Json;

namespace SoraFunctions.World.Gltf;

/// <summary>
/// A value in the JSON of a model, with its path, so that whatever is wrong can be named. Everything that does not fit fails with
/// <see cref="InvalidDataException"/>.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="path">Where it stands, such as <c>meshes[0].primitives[1]</c>; empty for the root.</param>
internal readonly struct Place(JsonElement value, string path)
{
    /// <summary>Where it stands.</summary>
    public string Path => path.Length == 0 ? "The root" : path;

    /// <summary>Whether it is an array.</summary>
    public bool IsList => value.ValueKind == JsonValueKind.Array;

    /// <summary>A member of an object; null when it is missing.</summary>
    public Place? Member(string name)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Broken("is no object");
        }

        try
        {
            return value.TryGetProperty(name, out var member) ? new(member, path.Length == 0 ? name : $"{path}.{name}") : null;
        }
        catch (InvalidOperationException)
        {
            throw Broken("has a name that is no valid text");
        }
    }

    /// <summary>A member that must be there.</summary>
    public Place Required(string name) => Member(name) ?? throw Broken($"lacks \"{name}\"");

    /// <summary>A member of its extensions; null when it is missing.</summary>
    public Place? Extension(string name) => Member("extensions")?.Member(name);

    /// <summary>The values of a member that is an array; none when it is missing.</summary>
    public IReadOnlyList<Place> Items(string name) => Member(name)?.Items() ?? [];

    /// <summary>The values of an array.</summary>
    public IReadOnlyList<Place> Items()
    {
        if (!IsList)
        {
            throw Broken("is no array");
        }

        var own = path;
        return [.. value.EnumerateArray().Select((item, i) => new Place(item, $"{own}[{i}]"))];
    }

    /// <summary>A whole number within bounds.</summary>
    public long Whole(long least, long most)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number == Math.Floor(number)
            && number >= least && number <= most)
        {
            return (long)number;
        }

        throw Broken($"must be a whole number from {least} to {most}");
    }

    /// <summary>A member that is a whole number within bounds.</summary>
    public long Whole(string name, long usual, long least, long most) => Member(name)?.Whole(least, most) ?? usual;

    /// <summary>A number of a list's entry; null when the member is missing.</summary>
    /// <param name="name">Of the member.</param>
    /// <param name="count">How many entries the list has.</param>
    /// <param name="list">What the list is called.</param>
    public int? Index(string name, int count, string list) =>
        Member(name) is not { } member ? null
        : count == 0 ? throw member.Broken($"refers to {list}, of which the model has none")
        : (int)member.Whole(0, count - 1);

    /// <summary>A finite number within bounds.</summary>
    public float Number(float least = float.MinValue, float most = float.MaxValue)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return (float)number;
        }

        throw Broken(least == float.MinValue ? "must be a number" : $"must be a number from {least} to {most}");
    }

    /// <summary>A member that is a finite number within bounds.</summary>
    public float Number(string name, float usual, float least = float.MinValue, float most = float.MaxValue) =>
        Member(name)?.Number(least, most) ?? usual;

    /// <summary>A member that is an array of so many numbers; null when it is missing.</summary>
    public float[]? Numbers(string name, int count)
    {
        if (Member(name) is not { } member)
        {
            return null;
        }

        var items = member.Items();
        return items.Count == count ? [.. items.Select(item => item.Number())] : throw member.Broken($"has {items.Count} numbers; it must have {count}");
    }

    /// <summary>A member that is a text; null when it is missing.</summary>
    public string? Text(string name) => Member(name)?.Text();

    /// <summary>A text.</summary>
    public string Text()
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Broken("must be a text");
        }
        catch (InvalidOperationException)
        {
            throw Broken("is no valid text");
        }
    }

    /// <summary>A member that is true or false.</summary>
    public bool Flag(string name) => Member(name) is { } member && member.Flag();

    /// <summary>What to throw when something here is wrong.</summary>
    public InvalidDataException Broken(string what) => new($"{Path} {what}.");

    private bool Flag() => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Broken("must be true or false"),
    };
}
