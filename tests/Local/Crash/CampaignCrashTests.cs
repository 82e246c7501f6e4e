using System.Diagnostics;
using SoraFunctions.CrashHost;

namespace SoraFunctions.Local.Tests.Crash;

public sealed class CampaignCrashTests
{
    [Fact]
    public async Task A_campaign_that_is_killed_three_times_makes_every_cell_once()
    {
        using var run = new CrashRun();
        foreach (var made in new[] { 20, 45, 70 })
        {
            await UntilKilled(run, made);
        }

        await UntilKilled(run, int.MaxValue);

        var made100 = run.Journal.Where(line => line.StartsWith(CampaignScenario.Made, StringComparison.Ordinal)).ToList();
        Assert.StartsWith("Completed cells 100 done 100 videos 100 completed 100 of 100 ", run.Journal[^1]);
        Assert.Equal(100, made100.Distinct().Count());
    }

    /// <summary>Runs until so many videos are made, and ends the process by SIGKILL then.</summary>
    private static async Task UntilKilled(CrashRun run, int made)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", typeof(Deaths).Assembly.Location, "campaign", run.Folder },
            Environment = { [CampaignScenario.Hundreds] = "1" },
        })!;
        while (!process.HasExited && run.Journal.Count(line => line.StartsWith(CampaignScenario.Made, StringComparison.Ordinal)) < made)
        {
            await Task.Delay(10);
        }

        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(made < int.MaxValue || process.ExitCode == 0);
    }
}
