using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class DeterminismTests
{
    private static readonly Orchestration<int, string[]> Flow = new("Flow");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_replay_sees_the_same_times_and_ids()
    {
        List<string[]> seen = [];
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog());
        var started = _clock.GetUtcNow();
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        _clock.Advance(TimeSpan.FromHours(1));
        await rig.Runner.Raise("one", "first", 0, rig.Patience);
        await rig.Until(status => status == "halfway");
        await rig.Stop();

        _clock.Advance(TimeSpan.FromDays(1));
        await rig.Start(Catalog());
        await rig.Runner.Raise("one", "second", 0, rig.Patience);
        await rig.End();

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0], seen[1]);
        Assert.Equal($"{started:O}", seen[0][0]);
        Assert.Equal($"{started.AddHours(1):O}", seen[0][2]);
        Assert.NotEqual(seen[0][1], seen[0][3]);

        OrchestrationCatalog Catalog() => new OrchestrationCatalog().Add(Flow, async (context, _) =>
        {
            string[] facts = [$"{context.Now:O}", $"{context.NewGuid()}"];
            await context.WaitFor<int>("first", TimeSpan.FromDays(9));
            facts = [.. facts, $"{context.Now:O}", $"{context.NewGuid()}"];
            seen.Add(facts);
            context.SetStatus("halfway");
            await context.WaitFor<int>("second", TimeSpan.FromDays(9));
            return facts;
        });
    }

    [Fact]
    public async Task Ids_differ_between_instances_and_between_runs()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog().Add(
            new Orchestration<string[], string[]>("Loop"),
            (context, ids) =>
            {
                string[] all = [.. ids, $"{context.NewGuid()}", $"{context.NewGuid()}"];
                if (all.Length < 6)
                {
                    context.ContinueAsNew(all);
                }

                return Task.FromResult(all);
            }));
        var loop = new Orchestration<string[], string[]>("Loop");

        var one = await rig.Run(loop, [], "one");
        var two = await rig.Run(loop, [], "two");

        var ids = one.Output!.Value.EnumerateArray().Concat(two.Output!.Value.EnumerateArray()).Select(id => id.GetGuid()).ToList();
        Assert.Equal(12, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(8, id.Version));
    }

    [Fact]
    public async Task Time_never_runs_backwards_in_an_orchestration()
    {
        // The clock moves on only when the orchestration has seen what came before.
        using var seen = new SemaphoreSlim(0);
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog().Add(Flow, async (context, _) =>
        {
            List<string> times = [$"{context.Now:O}"];
            seen.Release();
            for (var i = 0; i < 3; i++)
            {
                await context.WaitFor<int>("tick", TimeSpan.FromDays(9));
                times.Add($"{context.Now:O}");
                seen.Release();
            }

            return [.. times];
        }));
        await rig.Runner.Start(Flow, "one", 0, rig.Patience);
        await seen.WaitAsync(rig.Patience);
        foreach (var step in (int[])[10, -20, 30])
        {
            _clock.Advance(TimeSpan.FromMinutes(step));
            await rig.Runner.Raise("one", "tick", 0, rig.Patience);
            await seen.WaitAsync(rig.Patience);
        }

        var times = (await rig.End()).Output!.Value.EnumerateArray().Select(time => time.GetDateTimeOffset()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(times[1], times[2]);
    }
}
