using System.Text.Json;

namespace SoraFunctions.Provenance.Tests;

/// <summary>Other people's validators, run by Node from tests/Peers.</summary>
internal static class Peers
{
    private static readonly string Folder = Path.Combine(Repository(), "tests", "Peers");

    /// <summary>Why the validators cannot be run here; null when they can.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "@contentauth"))
        ? null
        : "The npm validators are not installed: run ./sora test, which installs them.";

    /// <summary>The official validator's answer for each file.</summary>
    public static IReadOnlyList<JsonElement> Official(string? anchors, params string[] files)
    {
        if (anchors is null)
            return Run("official.mjs", files);
        var pem = Path.GetTempFileName();
        try
        {
            File.WriteAllText(pem, anchors);
            return Run("official.mjs", ["--anchors", pem, .. files]);
        }
        finally
        {
            File.Delete(pem);
        }
    }

    /// <summary>The second validator's answer for each file.</summary>
    public static IReadOnlyList<JsonElement> Second(params string[] files) => Run("second.mjs", files);

    public static string? State(JsonElement answer) => answer.TryGetProperty("state", out var state) ? state.GetString() : null;

    /// <summary>The foreign test files beside the checkout, or null.</summary>
    public static string? SharedMedia
    {
        get
        {
            var shared = Environment.GetEnvironmentVariable("SORA_SHARED") ?? Path.Combine(Repository(), "..", "shared");
            if (!Directory.Exists(shared))
                shared = Path.Combine(Repository(), "..", "..", "shared");
            var media = Path.Combine(shared, "media", "c2pa");
            return Directory.Exists(media) ? media : null;
        }
    }

    private static List<JsonElement> Run(string script, string[] arguments)
    {
        var lines = Samples.Run("node", [Path.Combine(Folder, "provenance", script), .. arguments]);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SoraFunctions.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException(
                "The tests do not run inside the repository.");
        return folder;
    }
}
