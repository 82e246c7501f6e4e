using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Local.Durable;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>A scenario through the durable runner of one machine.</summary>
internal static class LocalRun
{
    public static async Task<Account> Of(Scenario scenario)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var journal = new Journal();
        var folder = Directory.CreateTempSubdirectory("sora-same-").FullName;
        try
        {
            await using var services = Services(scenario, journal, folder);
            var runner = services.GetRequiredService<DurableRunner>();
            await runner.StartAsync(patience.Token);
            var account = await Run(scenario, journal, services, runner, patience.Token);
            await runner.StopAsync(patience.Token);
            return account;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Services(Scenario scenario, Journal journal, string folder) => new ServiceCollection()
        .AddLogging(log => log.ClearProviders())
        .AddMemoryPorts(folder)
        .AddSingleton<TimeProvider>(new EagerClock())
        .AddSoraPipeline()
        .AddSingleton(scenario.Catalog(journal))
        .AddDurableRunner(new DurableRunnerOptions { Folder = folder, Json = PipelineJson.Default.Options })
        .BuildServiceProvider();

    private static async Task<Account> Run(
        Scenario scenario, Journal journal, IServiceProvider services, DurableRunner runner, CancellationToken cancellation)
    {
        scenario.Set(services.GetRequiredService<CannedWorker>());
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        await database.Database.EnsureCreatedAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<VideoIntake>()
            .Accept(new NewVideo("default", Orders.VideoId, "sora-2", scenario.Request), cancellation);
        await runner.WaitForEnd(Orders.VideoId, cancellation);

        var ends = new List<string>();
        foreach (var id in journal.Instances.Order(StringComparer.Ordinal))
        {
            var end = await runner.Find(id, cancellation);
            ends.Add($"{id} {end!.State} {end.Output}");
        }

        var row = await database.Videos.AsNoTracking().SingleAsync(cancellation);
        return new Account([.. journal.Asked], [.. journal.Ran], [.. ends, $"{row.Status} {row.ErrorCode} {row.ErrorMessage}"]);
    }
}
