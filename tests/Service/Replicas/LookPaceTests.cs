using SoraFunctions.Service.Jobs;
using SoraFunctions.Service.Stores;
using SoraFunctions.Service.Tests.Stores;

namespace SoraFunctions.Service.Tests.Replicas;

/// <summary>Replicas that have nothing to do ask the store seldom.</summary>
public sealed class LookPaceTests
{
    [Fact]
    public void Looks_become_fewer_while_there_are_no_jobs_and_the_usual_ones_with_the_first()
    {
        var pace = new LookPace(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        double[] idle = [.. Enumerable.Range(0, 6).Select(_ => pace.Next(busy: false).TotalSeconds)];
        Assert.Equal([1.5, 2.25, 3.375, 5, 5, 5], idle);
        Assert.Equal(1, pace.Next(busy: true).TotalSeconds);
        Assert.Equal(1.5, pace.Next(busy: false).TotalSeconds);
    }

    [Fact]
    public void Idle_replica_looks_often_enough_for_its_lease()
    {
        var pace = new LookPace(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(9));
        Assert.Equal(3, Enumerable.Range(0, 9).Max(_ => pace.Next(busy: false).TotalSeconds));
        Assert.Equal(2, new LookPace(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)).Next(busy: false).TotalSeconds);
    }

    [Fact]
    public async Task Job_that_is_posted_here_ends_an_idle_pause_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("sora-pace-").FullName;
        var time = new ManualTime();
        var store = new FaultyStore(new FolderStore(folder));
        await using (var desk = new DeskUnderTest(options => options with { Store = store }, time: time))
        {
            desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
            await Until(() => store.Lists == 1);

            await desk.Worker.Submit("k", Jobs.Shot(1), default);

            await Until(() => store.Lists >= 2);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task Until(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(5);
        }
    }
}
