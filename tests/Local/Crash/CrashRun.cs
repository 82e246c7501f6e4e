using System.Diagnostics;
using SoraFunctions.CrashHost;

namespace SoraFunctions.Local.Tests.Crash;

/// <summary>A scenario that is started, dies, and is started again until it ends.</summary>
internal sealed class CrashRun : IDisposable
{
    private const int MostStarts = 200;

    public string Folder { get; } = Directory.CreateTempSubdirectory("crash-").FullName;

    /// <summary>The points at which it died, in order.</summary>
    public IReadOnlyList<string> Died => [.. Lines("died ")];

    public IReadOnlyList<string> Journal => CrashHost.Journal.Read(Folder);

    public IReadOnlyList<string> Effects => SideEffects.Read(Folder);

    /// <summary>Runs it to its end.</summary>
    /// <param name="scenario">One of <see cref="CrashScenario.All"/>.</param>
    /// <param name="points">Where to die: names of failpoints, or <c>all</c>.</param>
    public async Task ToTheEnd(string scenario, params string[] points)
    {
        for (var start = 0; start < MostStarts; start++)
        {
            var deaths = Died.Count;
            var (code, error) = await Once(scenario, points);
            if (code == 0)
            {
                return;
            }

            Assert.True(Died.Count == deaths + 1, $"The process ended with {code} and did not die on purpose: {error}");
        }

        Assert.Fail($"After {MostStarts} starts there is no end; it last died at {Died[^1]}.");
    }

    /// <summary>No call's activity began again after its result had been recorded.</summary>
    public void AssertNothingRecordedRanAgain()
    {
        HashSet<string> recorded = [];
        foreach (var line in Journal)
        {
            if (line.StartsWith("recorded ", StringComparison.Ordinal))
            {
                Assert.True(recorded.Add(line["recorded ".Length..]), $"{line} twice");
            }
            else if (line.StartsWith("began ", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(line["began ".Length..], recorded);
            }
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private IEnumerable<string> Lines(string prefix) =>
        Journal.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]);

    private async Task<(int Code, string Error)> Once(string scenario, string[] points)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(Deaths).Assembly.Location, scenario, Folder },
            Environment = { [Deaths.Variable] = string.Join(',', points) },
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
