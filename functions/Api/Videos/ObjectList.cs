namespace SoraFunctions.Api.Videos;

/// <summary>A page of a list.</summary>
internal sealed record ObjectList<T>(string Object, IReadOnlyList<T> Data, string? FirstId, string? LastId, bool HasMore)
{
    /// <summary>A page of what was asked for and one more, if there is one.</summary>
    public static ObjectList<T> Page(IReadOnlyList<T> found, int limit, Func<T, string> idOf)
    {
        var data = found.Take(limit).ToList();
        return new ObjectList<T>(
            "list", data, data.Count > 0 ? idOf(data[0]) : null, data.Count > 0 ? idOf(data[^1]) : null, found.Count > limit);
    }
}
