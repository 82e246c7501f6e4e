using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Tests.Durable;

public class RetryTests
{
    private static readonly Activity<int, int> Work = new("Work", 1);
    private static readonly Orchestration<int, int> Flow = new("Flow");
    private static readonly RetryPolicy ThreeRuns = new(3, TimeSpan.FromMinutes(1), 2, TimeSpan.FromHours(1));
    private readonly ManualClock _clock = new();
    private int _runs;

    [Fact]
    public async Task A_failed_activity_runs_again_after_each_pause()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(failures: 2));
        await rig.Runner.Start(Flow, "one", 7, rig.Patience);

        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, _runs);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await rig.UntilTrue(() => _runs == 2);
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(2, _runs);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(7, (await rig.End()).Output!.Value.GetInt32());
        Assert.Equal(3, _runs);
    }

    [Fact]
    public async Task A_restart_neither_lengthens_the_pause_nor_forgives_a_failure()
    {
        await using var rig = await new Rig { Clock = _clock }.Start(Catalog(failures: 99));
        await rig.Runner.Start(Flow, "one", 7, rig.Patience);
        await _clock.TimersSet(1, rig.Patience);
        await rig.Stop();

        _clock.Advance(TimeSpan.FromMinutes(1));
        await rig.Start(Catalog(failures: 99));
        await rig.UntilTrue(() => _runs == 2);
        await _clock.TimersSet(1, rig.Patience);
        await rig.Restart(Catalog(failures: 99));
        await _clock.TimersSet(1, rig.Patience);
        _clock.Advance(TimeSpan.FromMinutes(2));

        var end = await rig.End();
        Assert.Equal(3, _runs);
        Assert.Equal("Run 3 failed.", end.Error);
    }

    [Fact]
    public async Task A_final_failure_is_not_tried_again_and_keeps_its_code()
    {
        ActivityFailedException? seen = null;
        await using var rig = await new Rig { Clock = _clock }.Start(new OrchestrationCatalog()
            .Add(Work, (_, _) =>
            {
                _runs++;
                return Task.FromException<int>(new FinalException("moderation_blocked", "Not this word."));
            })
            .Add(Flow, async (context, input) =>
            {
                try
                {
                    return await context.Call(Work, input, ThreeRuns);
                }
                catch (ActivityFailedException failed)
                {
                    seen = failed;
                    return -1;
                }
            }));

        Assert.Equal(-1, (await rig.Run(Flow, 7)).Output!.Value.GetInt32());
        Assert.Equal(1, _runs);
        Assert.Equal(("Work", "moderation_blocked", "Not this word."), (seen!.Name, seen.Code, seen.Message));
    }

    [Fact]
    public async Task A_failure_without_a_policy_is_a_server_error_without_a_stack()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, (_, _) => Task.FromException<int>(new InvalidOperationException("The disk is full.")))
            .Add(Flow, async (context, input) =>
            {
                var failed = await Assert.ThrowsAsync<ActivityFailedException>(() => context.Call(Work, input));
                Assert.Equal("server_error", failed.Code);
                throw failed;
            }));

        var end = await rig.Run(Flow, 7);

        Assert.Equal(InstanceState.Failed, end.State);
        Assert.Equal("The disk is full.", end.Error);
    }

    [Fact]
    public async Task A_very_long_error_is_cut()
    {
        await using var rig = await new Rig().Start(new OrchestrationCatalog()
            .Add(Work, (_, _) => Task.FromException<int>(new InvalidOperationException(new string('x', 100_000))))
            .Add(Flow, (context, input) => context.Call(Work, input)));

        Assert.Equal(new string('x', 4_000) + " ...", (await rig.Run(Flow, 7)).Error);
    }

    private OrchestrationCatalog Catalog(int failures) => new OrchestrationCatalog()
        .Add(Work, (input, _) =>
        {
            var run = Interlocked.Increment(ref _runs);
            return run <= failures
                ? Task.FromException<int>(new IOException($"Run {run} failed."))
                : Task.FromResult(input);
        })
        .Add(Flow, (context, input) => context.Call(Work, input, ThreeRuns));
}
