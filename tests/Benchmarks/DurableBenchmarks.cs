using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Local.Durable;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Benchmarks;

/// <summary>How many orchestrations a second the durable runner accepts, carries through and takes up again, on a real disk.</summary>
internal static class DurableBenchmarks
{
    private const int StepsPerInstance = 8;
    private const int OneByOne = 200;
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");

    /// <summary><c>durable [instances] [folder]</c></summary>
    public static async Task Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 2_000;
        var folder = Directory.CreateDirectory(
            Path.Combine(args.Length > 1 ? args[1] : Path.GetTempPath(), $"durable-{Guid.NewGuid():N}")).FullName;
        try
        {
            await Measure(count, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(int count, string folder)
    {
        var runner = await Start(folder);
        await Create(runner, 200, "warm");
        await Finish(runner, 200, "warm");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var created = await Time(() => Create(runner, count, "one"));
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / count;
        Report("creates", count, created);
        var oneByOne = await Time(async () =>
        {
            for (var n = 0; n < OneByOne; n++)
            {
                await Create(runner, 1, $"single-{n}");
            }
        });
        Report("creates by one caller, one after another,", OneByOne, oneByOne);

        var halted = await Time(() => runner.StopAsync(CancellationToken.None));
        var resumed = await Time(async () => runner = await Start(folder));
        var finished = await Time(() => Finish(runner, count, "one"));
        Report("steps", count * StepsPerInstance, finished);
        Report($"instances of {StepsPerInstance} steps, one after another,", count, finished);
        Console.WriteLine($"stop {halted.TotalMilliseconds:N0} ms, start with {count:N0} in flight {resumed.TotalMilliseconds:N0} ms");
        Console.WriteLine($"memory per waiting instance: {memory:N0} bytes");
        await runner.StopAsync(CancellationToken.None);
    }

    private static async Task<DurableRunner> Start(string folder)
    {
        var catalog = new OrchestrationCatalog()
            .Add<WorkCode, int, int>(Work)
            .Add(Flow, async (context, input) =>
            {
                await context.WaitFor<int>("go", Timeout.InfiniteTimeSpan);
                for (var step = 1; step < StepsPerInstance; step++)
                {
                    input = await context.Call(Work, input);
                }

                return input;
            });
        var services = new ServiceCollection().AddSingleton<WorkCode>().BuildServiceProvider();
        var runner = new DurableRunner(
            new DurableRunnerOptions
            {
                Folder = folder, Json = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
            },
            catalog,
            services.GetRequiredService<IServiceScopeFactory>(),
            TimeProvider.System,
            NullLogger<DurableRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        return runner;
    }

    private static Task Create(DurableRunner runner, int count, string prefix) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(n => runner.Start(Flow, $"{prefix}-{n}", n, CancellationToken.None)));

    private static Task Finish(DurableRunner runner, int count, string prefix) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(async n =>
        {
            await runner.Raise($"{prefix}-{n}", "go", 1, CancellationToken.None);
            await runner.WaitForEnd($"{prefix}-{n}", CancellationToken.None);
        }));

    private static async Task<TimeSpan> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Report(string what, int count, TimeSpan time) =>
        Console.WriteLine($"{count / time.TotalSeconds,10:N0} {what} a second ({count:N0} in {time.TotalMilliseconds:N0} ms)");

    private sealed class WorkCode : IActivity<int, int>
    {
        public Task<int> Run(int input, CancellationToken cancellation) => Task.FromResult(input + 1);
    }
}
