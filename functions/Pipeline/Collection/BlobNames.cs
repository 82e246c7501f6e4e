using System.Text.RegularExpressions;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Collection;

/// <summary>What blobs are called by, wherever it is written: SHA-256 in 64 hex digits, of what they hold or of what they are the result of.</summary>
public static partial class BlobNames
{
    /// <summary>All of them in a text.</summary>
    /// <param name="text">Such as a path, a row's column, a JSON document.</param>
    public static IEnumerable<string> In(string text) => Hash().Matches(text).Select(match => match.Value);

    /// <summary>That of a blob; null for one that goes by something else.</summary>
    /// <param name="path">Its path.</param>
    public static string? Of(string path) => Hash().Match(path) is { Success: true } match ? match.Value : null;

    /// <summary>The video that a blob goes by; null for none.</summary>
    /// <param name="path">Its path.</param>
    public static string? VideoOf(string path) => Video().Match(path) is { Success: true } match ? match.Value : null;

    /// <summary>Paths of the blobs that a result leads to: those that it writes out, and those of contents that it names by their hash alone.</summary>
    /// <param name="result">A JSON document.</param>
    /// <param name="home">The blobs of its tenant.</param>
    public static IEnumerable<string> PathsIn(string result, TenantBlobs home)
    {
        var paths = Path().Matches(result).Select(match => match.Value).ToHashSet();
        var known = paths.Select(Of).ToHashSet();
        return paths.Concat(Quoted().Matches(result).Select(match => match.Value).Distinct().Where(hash => !known.Contains(hash)).Select(home.PathOf));
    }

    [GeneratedRegex("(?<=\")tenants/[A-Za-z0-9._/-]+(?=\")")]
    private static partial Regex Path();

    [GeneratedRegex("(?<=\")[0-9a-f]{64}(?=\")")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hash();

    [GeneratedRegex("(?<=/)video_[0-9a-f]{32}(?=/)")]
    private static partial Regex Video();
}
