using System.Diagnostics;
using System.Text.Json;

namespace SoraFunctions.Peers.Tests.Hosting;

/// <summary>Runs a script of this folder with Node and reads the JSON that it prints.</summary>
public static class Script
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(4);

    /// <summary>This folder, found upwards from where the tests run.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Why no script can run; null when they can.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "openai"))
        ? null
        : "The clients are not installed: run ./sora test, which installs them.";

    public static Task<JsonElement> Run(string name, SoraServer server, params (string Name, string Value)[] environment) =>
        Run($"api/{name}", [("SORA_URL", server.Url), ("SORA_KEY", server.Key), .. environment], server);

    /// <summary>Runs a script that needs no server.</summary>
    /// <param name="path">From this folder.</param>
    /// <param name="environment">What it reads.</param>
    public static Task<JsonElement> Run(string path, params (string Name, string Value)[] environment) => Run(path, environment, null);

    private static async Task<JsonElement> Run(string path, (string Name, string Value)[] environment, SoraServer? server)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, path)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{path}: {await errors}\n{server}");
            return JsonDocument.Parse(await output).RootElement;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("There is no package.json above the tests.");
    }
}
