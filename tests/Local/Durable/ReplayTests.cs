using System.Collections.Concurrent;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class ReplayTests
{
    private static readonly Activity<string, string> Work = new("Work", 1);
    private static readonly Activity<string, string> Rework = new("Rework", 1);
    private static readonly Orchestration<string, string> Flow = new("Flow");

    [Fact]
    public async Task After_a_restart_finished_activities_answer_from_the_history()
    {
        var runs = new ConcurrentQueue<string>();
        await using var rig = await new Rig().Start(Catalog());
        await rig.Runner.Start(Flow, "one", "in", rig.Patience);
        await rig.Until(status => status == "waiting");

        await rig.Restart(Catalog());
        await rig.Runner.Raise("one", "go", "now", rig.Patience);

        Assert.Equal("A(in) B(in) now C(in)", (await rig.End()).Output!.Value.GetString());
        Assert.Equal(["A", "B", "C"], runs);

        OrchestrationCatalog Catalog() => new OrchestrationCatalog()
            .Add(Work, name =>
            {
                runs.Enqueue(name[..1]);
                return name;
            })
            .Add(Flow, async (context, input) =>
            {
                var a = await context.Call(Work, $"A({input})");
                var b = await context.Call(Work, $"B({input})");
                context.SetStatus("waiting");
                var word = await context.WaitFor<string>("go", TimeSpan.FromDays(1));
                return $"{a} {b} {word} {await context.Call(Work, $"C({input})")}";
            });
    }

    [Fact]
    public async Task An_activity_that_was_cut_short_runs_again()
    {
        var runs = 0;
        var first = new TaskCompletionSource();
        await using var rig = await new Rig().Start(Catalog(async cancellation =>
        {
            first.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        await rig.Runner.Start(Flow, "one", "in", rig.Patience);
        await first.Task;

        await rig.Restart(Catalog(_ => Task.CompletedTask));

        Assert.Equal("in", (await rig.End()).Output!.Value.GetString());
        Assert.Equal(2, runs);

        OrchestrationCatalog Catalog(Func<CancellationToken, Task> pause) => new OrchestrationCatalog()
            .Add(Work, async (input, cancellation) =>
            {
                Interlocked.Increment(ref runs);
                await pause(cancellation);
                return input;
            })
            .Add(Flow, (context, input) => context.Call(Work, input));
    }

    [Fact]
    public async Task A_replay_gives_results_in_the_order_in_which_they_came()
    {
        var gates = new ConcurrentDictionary<string, TaskCompletionSource>();
        await using var rig = await new Rig().Start(Catalog());
        await rig.Runner.Start(Flow, "one", "", rig.Patience);
        foreach (var name in (string[])["c", "a", "d", "b"])
        {
            gates.GetOrAdd(name, _ => new()).SetResult();
            await rig.Until(status => status!.EndsWith(name));
        }

        await rig.Restart(Catalog());
        await rig.Runner.Raise("one", "go", "!", rig.Patience);

        Assert.Equal("cadb!", (await rig.End()).Output!.Value.GetString());

        OrchestrationCatalog Catalog() => new OrchestrationCatalog()
            .Add(Work, async (name, cancellation) =>
            {
                await gates.GetOrAdd(name, _ => new()).Task.WaitAsync(cancellation);
                return name;
            })
            .Add(Flow, async (context, _) =>
            {
                var open = "abcd".Select(name => context.Call(Work, name.ToString())).ToList();
                var order = "";
                while (open.Count > 0)
                {
                    var next = await Task.WhenAny(open);
                    open.Remove(next);
                    order += await next;
                    context.SetStatus(order);
                }

                return order + await context.WaitFor<string>("go", TimeSpan.FromDays(1));
            });
    }

    [Fact]
    public async Task A_replay_that_asks_for_another_activity_fails_its_instance()
    {
        var end = await Change(
            (context, input) => context.Call(Work, input),
            (context, input) => context.Call(Rework, input));

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.StartsWith(
            "A replay asked for something else than its history holds: call 1 was activity 'Work' and is now activity 'Rework'.",
            end.Error);
    }

    [Fact]
    public async Task A_replay_that_asks_with_another_input_fails_its_instance()
    {
        var end = await Change(
            (context, input) => context.Call(Work, input),
            (context, input) => context.Call(Work, input + " changed"));

        Assert.Contains("call 1 was activity 'Work' and is now activity 'Work' with another input", end.Error);
    }

    [Fact]
    public async Task A_replay_that_asks_for_another_kind_of_call_fails_its_instance()
    {
        var end = await Change(
            (context, input) => context.Call(Work, input),
            async (context, input) =>
            {
                await context.Delay(TimeSpan.FromHours(1));
                return input;
            });

        Assert.Contains("call 1 was activity 'Work' and is now a delay", end.Error);
    }

    [Fact]
    public async Task A_replay_that_no_longer_makes_a_call_fails_its_instance()
    {
        var end = await Change(
            async (context, input) =>
            {
                _ = context.WaitFor<string>("never", TimeSpan.FromDays(1));
                return await context.Call(Work, input);
            },
            (context, _) => context.WaitFor<string>("never", TimeSpan.FromDays(1)));

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.StartsWith(
            "A replay left its history: the result of call 2, activity 'Work', is recorded, but the code has not made that call.",
            end.Error);
    }

    [Fact]
    public async Task A_replay_that_stops_short_of_its_history_fails_its_instance()
    {
        var end = await Change(
            async (context, input) => await context.Call(Work, input) + await context.Call(Rework, input),
            async (context, input) =>
            {
                context.SetStatus("hanging back");
                await new TaskCompletionSource().Task;
                return input;
            });

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.Contains("awaited something that its context did not give out", end.Error);
    }

    [Fact]
    public async Task The_code_cannot_catch_that_it_left_its_history()
    {
        var end = await Change(
            (context, input) => context.Call(Work, input),
            async (context, input) =>
            {
                try
                {
                    return await context.Call(Rework, input);
                }
                catch (Exception)
                {
                    return "swallowed";
                }
            });

        Assert.Equal(InstanceState.Failed, end.State);
    }

    [Fact]
    public async Task An_instance_whose_orchestration_is_gone_fails()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Flow, (context, _) => context.WaitFor<string>("go", TimeSpan.FromDays(1))));
        await rig.Runner.Start(Flow, "one", "", rig.Patience);

        await rig.Restart(new OrchestrationCatalog());

        Assert.Equal("There is no orchestration 'Flow' in the catalog.", (await rig.End()).Error);
    }

    /// <summary>Lets the old code make its calls, then goes on with the new code.</summary>
    private static async Task<InstanceStatus> Change(
        Func<IOrchestrationContext, string, Task<string>> before, Func<IOrchestrationContext, string, Task<string>> after)
    {
        await using var rig = await new Rig().Start(Catalog(async (context, input) =>
        {
            var result = await before(context, input);
            context.SetStatus("waiting");
            await context.WaitFor<string>("go", TimeSpan.FromDays(1));
            return result;
        }));
        await rig.Runner.Start(Flow, "one", "in", rig.Patience);
        await rig.Until(status => status == "waiting");
        await rig.Restart(Catalog(after));
        return await rig.End();

        static OrchestrationCatalog Catalog(Func<IOrchestrationContext, string, Task<string>> code) => new OrchestrationCatalog()
            .Add(Work, input => input)
            .Add(Rework, input => input)
            .Add(Flow, code);
    }
}
