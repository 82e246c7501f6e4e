using SoraFunctions.CrashHost;

namespace SoraFunctions.Local.Tests.Crash;

public class CrashTests
{
    /// <summary>Dying once at each boundary: some sixty deaths in the life of one instance.</summary>
    [Fact]
    public async Task A_process_that_is_killed_at_every_step_ends_its_work_with_each_effect_once()
    {
        using var run = new CrashRun();

        await run.ToTheEnd("durable", "all");

        Assert.Equal($"Completed {DurableScenario.Output}", run.Journal[^1]);
        Assert.Equal(["cut", "delivered", "shot-1", "shot-2"], run.Effects.Order());
        run.AssertNothingRecordedRanAgain();
        Assert.Empty(Deaths.All.Except(run.Died.Select(point => point.Split(' ')[0])));
    }

    [Fact]
    public async Task An_activity_cut_short_after_its_effect_runs_again_and_the_effect_stays_one()
    {
        using var run = new CrashRun();

        await run.ToTheEnd("durable", Deaths.AfterEffect);

        Assert.Equal($"Completed {DurableScenario.Output}", run.Journal[^1]);
        Assert.Equal(["cut", "delivered", "shot-1", "shot-2"], run.Died.Select(point => point.Split(' ', '#')[1]).Order());
        Assert.Equal(["cut", "delivered", "shot-1", "shot-2"], run.Effects.Order());
        run.AssertNothingRecordedRanAgain();
    }
}
