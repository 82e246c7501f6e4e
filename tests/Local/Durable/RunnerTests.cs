using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Local.Durable;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class RunnerTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    [Fact]
    public async Task A_data_folder_in_use_is_refused_to_a_second_runner_until_the_first_stops()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog());

        var error = await Assert.ThrowsAsync<DataFolderInUseException>(() => rig.StartSecond());

        Assert.StartsWith($"The data folder '{rig.Folder}' is in use by process {Environment.ProcessId}.", error.Message);
        await rig.Restart(new OrchestrationCatalog());
    }

    [Fact]
    public async Task A_catalog_with_messages_that_can_not_be_written_is_refused_at_the_start()
    {
        var runner = new DurableRunner(
            new DurableRunnerOptions { Folder = "unused", Json = new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() } },
            new OrchestrationCatalog().Add(Work, input => input).Add(Flow, (_, input) => Task.FromResult(input)),
            new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
            TimeProvider.System,
            NullLogger<DurableRunner>.Instance);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => runner.StartAsync(default));

        Assert.Equal("The catalog has messages of types that the JSON options do not know: System.Int32.", error.Message);
    }

    [Fact]
    public async Task A_runner_that_has_not_started_says_so()
    {
        await using var rig = new Rig();
        await using var services = Services(rig.Folder);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            services.GetRequiredService<IOrchestrationClient>().Start(Flow, "one", 1, default));

        Assert.Equal("The orchestration runner has not started.", error.Message);
    }

    [Fact]
    public async Task Registered_as_a_service_it_runs_under_the_host()
    {
        await using var rig = new Rig();
        await using var services = Services(rig.Folder);
        var host = services.GetServices<IHostedService>().Single();
        await host.StartAsync(default);
        var client = services.GetRequiredService<IOrchestrationClient>();
        Assert.Same(host, client);

        await client.Start(Flow, "one", 3, default);
        Assert.Equal(3, (await client.WaitForEnd("one", default)).Output!.Value.GetInt32());

        await host.StopAsync(default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Start(Flow, "two", 1, default));
    }

    [Fact]
    public async Task A_thousand_instances_are_in_flight_at_once_and_all_resume()
    {
        const int Count = 1_000;
        await using var rig = await new Rig().Start(Catalog());
        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => rig.Runner.Start(Flow, $"{n}", n, rig.Patience)));
        Assert.Equal(Count, rig.Runner.InFlight);

        await rig.Restart(Catalog());
        Assert.Equal(Count, rig.Runner.InFlight);
        await Task.WhenAll(Enumerable.Range(0, Count).Select(n => rig.Runner.Raise($"{n}", "go", 1, rig.Patience)));
        var ends = await Task.WhenAll(Enumerable.Range(0, Count).Select(n => rig.End($"{n}")));

        Assert.Equal(Enumerable.Range(0, Count).Select(n => n + 1), ends.Select(end => end.Output!.Value.GetInt32()));
        Assert.Equal(0, rig.Runner.InFlight);

        static OrchestrationCatalog Catalog() => new OrchestrationCatalog()
            .Add(Work, input => input)
            .Add(Flow, async (context, n) => await context.Call(Work, n) + await context.WaitFor<int>("go", TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task Writes_that_come_together_share_a_commit()
    {
        var commits = new HashSet<int>();
        var writes = 0;
        var commit = 0;
        await using var rig = await new Rig
        {
            Failpoint = point =>
            {
                if (point.Name == Failpoint.BeforeCommit(WriteKind.Start))
                {
                    writes++;
                    commits.Add(commit);
                }
                else if (point.Name == Failpoint.AfterCommit(WriteKind.Start))
                {
                    commit++;
                }
            },
        }.Start(new OrchestrationCatalog().Add(Flow, (_, n) => Task.FromResult(n)));

        await Task.WhenAll(Enumerable.Range(0, 500).Select(n => rig.Runner.Start(Flow, $"{n}", n, rig.Patience)));

        Assert.Equal(500, writes);
        Assert.InRange(commits.Count, 1, 250);
    }

    [Fact]
    public async Task A_write_that_the_disk_refuses_is_reported_to_its_caller_and_the_runners_own_are_held_back()
    {
        var go = new TaskCompletionSource();
        await using var rig = await new Rig { BusyTimeout = 1 }.Start(new OrchestrationCatalog()
            .Add(Work, async (input, _) =>
            {
                await go.Task;
                return input;
            })
            .Add(Flow, (context, n) => context.Call(Work, n)));
        await rig.Runner.Start(Flow, "one", 5, rig.Patience);

        using (rig.HoldDatabase())
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => rig.Runner.Start(Flow, "two", 1, rig.Patience));
            go.SetResult();
        }

        Assert.Equal(5, (await rig.End()).Output!.Value.GetInt32());
        Assert.Null(await rig.Runner.Find("two", rig.Patience));
    }

    private static ServiceProvider Services(string folder) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(new OrchestrationCatalog().Add(Flow, (_, n) => Task.FromResult(n)))
        .AddDurableRunner(new DurableRunnerOptions { Folder = folder, Json = Rig.Json })
        .BuildServiceProvider();
}
