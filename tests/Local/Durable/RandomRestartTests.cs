using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

/// <summary>
/// Random programs, stopped and started again at random moments. Whatever happened in between, the code saw one story: each pass over it
/// begins with what the pass before it had seen.
/// </summary>
public class RandomRestartTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int[], string> Flow = new("Flow");
    private static readonly Orchestration<int, int> Sub = new("Sub");

    [Fact]
    public void A_program_tells_one_story_whenever_it_is_interrupted() =>
        Prop.ForAll(
            Gen.Choose(0, 11).ArrayOf(6).ToArbitrary(),
            Gen.Choose(1, 25).ArrayOf(3).ToArbitrary(),
            (program, restarts) => Interrupted(program, restarts).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static async Task<bool> Interrupted(int[] program, int[] restarts)
    {
        List<List<string>> passes = [];
        var points = 0;
        await using var rig = await new Rig { Failpoint = _ => Interlocked.Increment(ref points) }.Start(Catalog(passes));
        await rig.Runner.Start(Flow, "one", program, rig.Patience);
        foreach (var distance in restarts)
        {
            var target = Volatile.Read(ref points) + distance;
            await rig.UntilTrue(async () =>
                Volatile.Read(ref points) >= target || (await rig.Runner.Find("one", default))!.State != InstanceState.Running);
            await rig.Restart(Catalog(passes));
        }

        var end = await rig.End();
        Assert.Equal((InstanceState.Completed, null), (end.State, end.Error));
        Assert.Equal(end.Output!.Value.GetString(), string.Join(' ', passes[^1]));
        Assert.All(passes.Zip(passes.Skip(1)), pair => Assert.Equal(pair.First, pair.Second.Take(pair.First.Count)));
        return true;
    }

    private static OrchestrationCatalog Catalog(List<List<string>> passes) => new OrchestrationCatalog()
        .Add(Work, async (input, _) =>
        {
            for (var yields = 0; yields < input % 7; yields++)
            {
                await Task.Yield();
            }

            return input * 2;
        })
        .Add(Sub, async (context, n) => await context.Call(Work, n) + await context.Call(Work, n + 1))
        .Add(Flow, async (context, program) =>
        {
            List<string> story = [];
            passes.Add(story);
            for (var place = 0; place < program.Length; place++)
            {
                await Step(context, program[place], place, story);
            }

            return string.Join(' ', story);
        });

    private static async Task Step(IOrchestrationContext context, int step, int place, List<string> story)
    {
        switch (step % 4)
        {
            case 0:
                story.Add($"call:{await context.Call(Work, step)}");
                break;
            case 1:
                var open = Enumerable.Range(step, 4).Select(n => context.Call(Work, n)).ToList();
                while (open.Count > 0)
                {
                    var next = await Task.WhenAny(open);
                    open.Remove(next);
                    story.Add($"any:{await next}");
                }

                break;
            case 2:
                await context.Delay(TimeSpan.FromTicks(step));
                story.Add($"time:{context.Now:O}");
                break;
            default:
                var sub = context.CallSub(Sub, $"{context.InstanceId}/{place}", step);
                var first = await Task.WhenAny(sub, context.Delay(TimeSpan.FromMilliseconds(1)));
                story.Add(first == sub ? "sub first" : "delay first");
                story.Add($"sub:{await sub} {context.NewGuid()}");
                break;
        }
    }
}
