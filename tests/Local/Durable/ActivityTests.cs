using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class ActivityTests
{
    private static readonly Activity<int, int> Double = new("Double", 1);
    private static readonly Activity<int, int> Other = new("Other", 1);
    private static readonly Orchestration<int, int> Sum = new("Sum");

    [Fact]
    public async Task An_orchestration_gets_the_results_of_its_activities()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Double, x => x * 2)
            .Add(Sum, async (context, n) => await context.Call(Double, n) + await context.Call(Double, n + 1)));

        var end = await rig.Run(Sum, 10);

        Assert.Equal(InstanceState.Completed, end.State);
        Assert.Equal(42, end.Output!.Value.GetInt32());
        Assert.Equal("Sum", end.Name);
        Assert.Null(end.Error);
    }

    [Fact]
    public async Task A_fan_out_runs_its_activities_side_by_side()
    {
        var missing = 8;
        var allIn = new TaskCompletionSource();
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Double, async (x, cancellation) =>
            {
                if (Interlocked.Decrement(ref missing) == 0)
                {
                    allIn.SetResult();
                }

                await allIn.Task.WaitAsync(cancellation);
                return x * 2;
            })
            .Add(Sum, async (context, n) => (await Task.WhenAll(Enumerable.Range(0, n).Select(i => context.Call(Double, i)))).Sum()));

        Assert.Equal(56, (await rig.Run(Sum, 8)).Output!.Value.GetInt32());
    }

    [Fact]
    public async Task An_activity_runs_at_most_so_many_times_at_once_as_its_limit_says()
    {
        var running = new ConcurrentDictionary<string, int>();
        var most = new ConcurrentDictionary<string, int>();
        async Task<int> Work(string name, int x)
        {
            var now = running.AddOrUpdate(name, 1, (_, n) => n + 1);
            most.AddOrUpdate(name, now, (_, n) => Math.Max(n, now));
            await Task.Yield();
            running.AddOrUpdate(name, 0, (_, n) => n - 1);
            return x;
        }

        await using var rig = await new Rig { Limits = new Dictionary<string, int> { ["Double"] = 1 }, OtherActivities = 3 }
            .Start(new OrchestrationCatalog()
                .Add(Double, (x, _) => Work("Double", x))
                .Add(Other, (x, _) => Work("Other", x))
                .Add(Sum, async (context, n) => (await Task.WhenAll(Enumerable.Range(0, n)
                    .SelectMany(i => new[] { context.Call(Double, i), context.Call(Other, i) }))).Sum()));

        Assert.Equal(2 * 780, (await rig.Run(Sum, 40)).Output!.Value.GetInt32());
        Assert.Equal(1, most["Double"]);
        Assert.InRange(most["Other"], 1, 3);
    }

    [Fact]
    public async Task Each_run_of_an_activity_has_a_scope_of_its_own()
    {
        var scopes = new ConcurrentBag<Scoped>();
        var services = new ServiceCollection().AddScoped<Scoped>().AddScoped<ScopedActivity>().AddSingleton(scopes);
        await using var rig = await new Rig().Start(
            new OrchestrationCatalog()
                .Add<ScopedActivity, int, int>(Double)
                .Add(Sum, async (context, n) => await context.Call(Double, n) + await context.Call(Double, n)),
            services);

        await rig.Run(Sum, 1);

        Assert.Equal(2, scopes.Distinct().Count());
        Assert.All(scopes, scope => Assert.True(scope.IsDisposed));
    }

    [Fact]
    public async Task An_activity_that_the_catalog_lacks_fails_its_call()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Sum, async (context, n) => await context.Call(Double, n)));

        var end = await rig.Run(Sum, 1);

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.Equal("There is no activity 'Double' in the catalog.", end.Error);
    }

    private sealed class Scoped : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class ScopedActivity(Scoped scoped, ConcurrentBag<Scoped> seen) : IActivity<int, int>
    {
        public Task<int> Run(int input, CancellationToken cancellation)
        {
            seen.Add(scoped);
            return Task.FromResult(input);
        }
    }
}
