namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>A fact that needs Node, the npm clients of tests/Peers and the published schemas of the Agentic Commerce Protocol.</summary>
public sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute() => Skip =
        Schemas is null ? "The protocol's schemas are not here: SORA_ACP_SCHEMAS names their folder."
        : Peers is null || !Directory.Exists(Path.Combine(Peers, "node_modules", "ajv")) ? "The clients are not installed: run ./sora test, which installs them."
        : null;

    /// <summary>Where the schemas are: named by the environment, or beside the repository; null for nowhere.</summary>
    public static string? Schemas { get; } = Environment.GetEnvironmentVariable("SORA_ACP_SCHEMAS") ?? Above(Path.Combine("shared", "reference", "schemas", "acp"));

    /// <summary>The same for the Universal Commerce Protocol.</summary>
    public static string? Ucp { get; } = Environment.GetEnvironmentVariable("SORA_UCP_SCHEMAS") ?? Above(Path.Combine("shared", "reference", "schemas", "ucp"));

    /// <summary>The folder of the npm clients; null for nowhere.</summary>
    public static string? Peers { get; } = Above(Path.Combine("tests", "Peers"));

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        return null;
    }
}
