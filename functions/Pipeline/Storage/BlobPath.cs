using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Storage;

/// <summary>Which paths a blob may have: nothing that leads out of the store, and nothing that the store keeps for itself.</summary>
public static partial class BlobPath
{
    /// <summary>Where the blobs of all tenants lie.</summary>
    public const string All = "tenants/";

    private const int LongestSegment = 200;
    private const int LongestPath = 1_000;

    /// <summary>The path itself, if it is one.</summary>
    /// <exception cref="ArgumentException">It is not; says why.</exception>
    public static string Check(string path) =>
        Fault(path) is { } fault ? throw new ArgumentException($"'{path}' is not the path of a blob: {fault}.", nameof(path)) : path;

    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public static string? Fault(string path)
    {
        var segments = path.Split('/');
        return path.Length > LongestPath ? $"it is longer than {LongestPath:N0} characters"
            : segments.Length < 3 || segments[0] != "tenants" ? "it has to begin with 'tenants/{tenant}/'"
            : segments.Any(segment => segment.Length > LongestSegment) ? $"a segment is longer than {LongestSegment} characters"
            : !segments.All(segment => Segment().IsMatch(segment))
                ? "its segments are letters, digits, '.', '_' and '-', at least one, not '.' or '..'"
            : null;
    }

    /// <summary>A place that holds the blobs of all tenants or of one, if it is one.</summary>
    /// <exception cref="ArgumentException">It is not; says what is.</exception>
    public static string CheckFolder(string below) => below == All || (below.EndsWith('/') && Fault($"{below}x") is null)
        ? below
        : throw new ArgumentException($"'{below}' holds no blobs: '{All}' and 'tenants/{{tenant}}/' do.", nameof(below));

    /// <summary>Whose the blob at a path is.</summary>
    /// <param name="path">Is one.</param>
    public static string TenantOf(string path) => path.Split('/', 3)[1];

    /// <summary>The content hash that a blob is named by; null for one that has another name.</summary>
    /// <param name="path">Is one.</param>
    public static string? HashOf(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower) ? name : null;

    [GeneratedRegex(@"\A(?!\.{1,2}\z)[A-Za-z0-9._-]+\z")]
    private static partial Regex Segment();
}
