using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Jobs;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests;

/// <summary>What a new desk over an old folder knows.</summary>
public sealed class PersistenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-desk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_desk_leaves_its_jobs_to_the_next_in_their_order()
    {
        var killed = Killed();
        var picture = await killed.Worker.PutText("face");
        await killed.Worker.Submit("a", Jobs.Shot(1, picture), default);
        await killed.Worker.Submit("b", Jobs.Shot(2), default);
        await killed.Engine.Begun;

        await using var next = new DeskUnderTest(folder: _folder);

        Assert.Equal(FakeEngine.ClipOf(1, "face"), await next.Worker.Read((await next.Worker.End("a")).Outputs[0].Sha256));
        Assert.Equal(RenderState.Completed, (await next.Worker.End("b")).State);
        Assert.Equal([1, 2], next.Engine.Seeds);
    }

    [Fact]
    public async Task Finished_job_is_not_repeated_by_the_next_desk()
    {
        RenderStatus end;
        await using (var first = new DeskUnderTest(folder: _folder))
        {
            await first.Worker.Submit("k", Jobs.Shot(1), default);
            end = await first.Worker.End("k");
        }

        await using var next = new DeskUnderTest(folder: _folder);
        var again = await next.Worker.Submit("k", Jobs.Shot(1), default);

        Assert.Equal(end.Outputs, again.Outputs);
        Assert.Equal(end.Warnings, again.Warnings);
        Assert.Equal(0, next.Engine.Renders);
    }

    [Fact]
    public async Task Desk_that_is_closed_lays_its_work_down_for_the_next()
    {
        await using (var first = new DeskUnderTest(folder: _folder))
        {
            first.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
            await first.Worker.Submit("k", Jobs.Shot(1), default);
            await first.Engine.Begun;
        }

        await using var next = new DeskUnderTest(folder: _folder);
        Assert.Equal(RenderState.Completed, (await next.Worker.End("k")).State);
    }

    [Fact]
    public async Task Closing_often_does_not_count_as_dying()
    {
        for (var round = 0; round < 5; round++)
        {
            await using var desk = new DeskUnderTest(folder: _folder);
            desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
            await desk.Worker.Submit("k", Jobs.Shot(1), default);
            await desk.Engine.Begun;
        }

        await using var last = new DeskUnderTest(folder: _folder);
        Assert.Equal(RenderState.Completed, (await last.Worker.End("k")).State);
    }

    [Fact]
    public async Task Job_that_kills_the_worker_again_and_again_is_given_up()
    {
        for (var round = 0; round < 2; round++)
        {
            var killed = Killed();
            await killed.Worker.Submit("k", Jobs.Shot(1), default);
            await killed.Engine.Begun;
            killed.Desk.LeaveLastWords(new InvalidOperationException($"death {round}"));
        }

        await using var next = new DeskUnderTest(folder: _folder);
        var end = await next.Worker.End("k");

        Assert.Equal(("quarantined", false), (end.Error?.Code, end.Error?.Transient));
        Assert.Equal(0, next.Engine.Renders);
        var evidence = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "jobs", "records", "quarantine", "k.json"))).RootElement;
        var ticket = evidence.GetProperty("ticket");
        Assert.All(ticket.GetProperty("attempts").EnumerateArray().Index(), attempt => Assert.Contains($"death {attempt.Index}", attempt.Item.GetProperty("last_words").GetString()));
        Assert.Equal("shot", ticket.GetProperty("job").GetProperty("kind").GetString());
        Assert.Equal(2, ticket.GetProperty("attempts").EnumerateArray().Select(attempt => attempt.GetProperty("owner").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Cancelled_job_stays_cancelled()
    {
        await using (var first = new DeskUnderTest(folder: _folder))
        {
            first.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
            await first.Worker.Submit("k", Jobs.Shot(1), default);
            await first.Engine.Begun;
            await first.Worker.Cancel("k", default);
            await first.Worker.End("k");
        }

        await using var next = new DeskUnderTest(folder: _folder);
        Assert.Equal("cancelled", (await next.Worker.End("k")).Error?.Code);
        Assert.Equal(0, next.Engine.Renders);
    }

    [Fact]
    public async Task Job_killed_between_its_end_and_its_clean_up_is_finished()
    {
        string open;
        await using (var first = new DeskUnderTest(folder: _folder))
        {
            await first.Worker.Submit("k", Jobs.Shot(1), default);
            open = Path.Combine(_folder, "jobs", "records", "open", "k.json");
            await first.Worker.End("k");
            await File.WriteAllTextAsync(open, "{ half a job");
        }

        await using var next = new DeskUnderTest(folder: _folder);
        Assert.Equal(RenderState.Completed, (await next.Worker.End("k")).State);
        Assert.False(File.Exists(open));
    }

    [Fact]
    public async Task Job_that_this_version_cannot_read_fails_and_may_be_asked_for_anew()
    {
        await using (new DeskUnderTest(folder: _folder))
        {
            Directory.CreateDirectory(Path.Combine(_folder, "jobs", "records", "open"));
            await File.WriteAllTextAsync(Path.Combine(_folder, "jobs", "records", "open", "k.json"), """{"kind":"hologram"}""");
        }

        await using var next = new DeskUnderTest(folder: _folder);
        Assert.True((await next.Worker.End("k")).Error?.Transient);
        await next.Worker.Submit("k", Jobs.Shot(1), default);
        Assert.Equal(RenderState.Completed, (await next.Worker.End("k")).State);
    }

    [Fact]
    public async Task Job_whose_end_could_not_be_kept_may_be_asked_for_anew()
    {
        await using var desk = new DeskUnderTest(folder: _folder);
        var left = new JobTicket { Key = "k", Job = Jobs.Shot(1), Turn = Turn.Usual, Asking = "former", Accepted = DateTimeOffset.UnixEpoch };
        await new JobRecords(new FolderStore(Path.Combine(_folder, "jobs"))).Add(left.TakenBy("this desk", DateTimeOffset.UnixEpoch), default);

        await desk.Worker.Submit("k", Jobs.Shot(1), default);

        Assert.Equal(RenderState.Completed, (await desk.Worker.End("k")).State);
    }

    [Fact]
    public async Task Leftovers_of_a_kill_are_swept()
    {
        await using (new DeskUnderTest(folder: _folder))
        {
        }

        foreach (var place in (string[])["incoming", "work"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, place));
            await File.WriteAllTextAsync(Path.Combine(_folder, place, "half"), "x");
        }

        await using var next = new DeskUnderTest(folder: _folder);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), file => file.EndsWith("half", StringComparison.Ordinal));
    }

    /// <summary>A desk whose engine never ends, left alone as if its process had died.</summary>
    private DeskUnderTest Killed()
    {
        var desk = new DeskUnderTest(folder: _folder);
        desk.Engine.Middle = (_, _, _, _) => new TaskCompletionSource().Task;
        return desk;
    }
}
