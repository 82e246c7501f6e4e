using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Assets;

namespace SoraFunctions.Service.Tests;

/// <summary>Who has to go when the disk budget is spent. Every asset here has ten bytes.</summary>
public sealed class EvictionTests
{
    private static DeskUnderTest Desk(long budget, string? folder = null) => new(options => options with { DiskBudget = budget }, folder);

    private static Task<string> Put(DeskUnderTest desk, int number) => desk.Worker.PutText($"asset {number:0000}");

    [Fact]
    public async Task Least_recently_used_asset_goes_first()
    {
        await using var desk = Desk(30);
        var first = await Put(desk, 1);
        var second = await Put(desk, 2);
        await Put(desk, 3);
        Assert.True(await desk.Worker.Has(first, default));

        await Put(desk, 4);

        Assert.False(await desk.Worker.Has(second, default));
        Assert.True(await desk.Worker.Has(first, default));
        Assert.Equal(30, desk.Desk.Used);
    }

    [Fact]
    public async Task What_its_owner_wants_gone_goes_at_once_and_again_without_harm()
    {
        await using var desk = Desk(30);
        var (first, second) = (await Put(desk, 1), await Put(desk, 2));

        await desk.Worker.Forget(first, default);
        await desk.Worker.Forget(first, default);

        Assert.False(await desk.Worker.Has(first, default));
        Assert.True(await desk.Worker.Has(second, default));
        Assert.Equal(10, desk.Desk.Used);
        await Assert.ThrowsAsync<InvalidDataException>(() => desk.Worker.Forget("no hash", default));
    }

    [Fact]
    public async Task Order_of_use_outlives_the_desk()
    {
        var folder = Directory.CreateTempSubdirectory("sora-desk-").FullName;
        try
        {
            string first, second;
            await using (var desk = Desk(30, folder))
            {
                first = await Put(desk, 1);
                second = await Put(desk, 2);
                await desk.Worker.Has(first, default);
            }

            await using var next = Desk(30, folder);
            Assert.Equal(20, next.Desk.Used);
            await Put(next, 3);
            await Put(next, 4);
            Assert.False(await next.Worker.Has(second, default));
            Assert.True(await next.Worker.Has(first, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_nobody_has_used_for_long_goes_though_there_is_room_and_nothing_that_is_needed()
    {
        var folder = Directory.CreateTempSubdirectory("sora-assets-").FullName;
        try
        {
            var time = new ManualTime();
            var store = new AssetStore(folder, 1000, time);
            string[] assets = [await Keep("left"), await Keep("needed"), await Keep("used")];
            store.Pin([assets[1]]);
            time.Advance(TimeSpan.FromDays(1.5));
            Assert.True(store.Has(assets[2]));
            store.Expire(TimeSpan.FromDays(2));
            Assert.Equal(14, store.Used);
            time.Advance(TimeSpan.FromDays(1));

            store.Expire(TimeSpan.FromDays(2));

            Assert.Equal((false, true, true), (store.Has(assets[0]), store.Has(assets[1]), store.Has(assets[2])));
            Assert.Equal(2, Directory.GetFiles(Path.Combine(folder, "assets"), "*", SearchOption.AllDirectories).Length);

            async Task<string> Keep(string text)
            {
                var bytes = System.Text.Encoding.UTF8.GetBytes(text);
                var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
                await store.Put(sha256, new MemoryStream(bytes), _ => Task.CompletedTask, default);
                return sha256;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_an_unfinished_job_needs_stays_and_the_newcomer_is_refused()
    {
        await using var desk = Desk(20);
        var hold = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        var first = await Put(desk, 1);
        var second = await Put(desk, 2);
        await desk.Worker.Submit("k", Jobs.Shot(1, first, second), default);

        var full = await Assert.ThrowsAsync<WorkerException>(() => Put(desk, 3));

        Assert.Equal(("out_of_space", true), (full.Error.Code, full.Error.Transient));
        Assert.Contains("20 of 20", full.Message);
        Assert.True(await desk.Worker.Has(first, default));
        await desk.Worker.Cancel("k", default);
        await desk.Worker.End("k");
        await Put(desk, 3);
    }

    [Fact]
    public async Task Asset_larger_than_the_whole_budget_is_refused_for_good()
    {
        await using var desk = Desk(5);
        var full = await Assert.ThrowsAsync<WorkerException>(() => Put(desk, 1));
        Assert.Equal(("out_of_space", false), (full.Error.Code, full.Error.Transient));
        Assert.Empty(Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Job_whose_outputs_do_not_fit_fails_as_out_of_space()
    {
        await using var desk = Desk(15);
        await desk.Worker.Submit("k", Jobs.Shot(1, await Put(desk, 1)), default);
        var end = await desk.Worker.End("k");
        Assert.Equal(("out_of_space", true), (end.Error?.Code, end.Error?.Transient));
    }

    [Fact]
    public async Task Finished_job_is_forgotten_with_its_outputs_and_may_be_done_again()
    {
        await using var desk = Desk(500);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        var outputs = (await desk.Worker.End("k")).Outputs;
        for (var number = 0; number < 50; number++)
        {
            await Put(desk, number);
        }

        Assert.Null(await desk.Worker.Status("k", 0, TimeSpan.Zero, default));
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        Assert.Equal(outputs, (await desk.Worker.End("k")).Outputs);
        Assert.Equal(2, desk.Engine.Renders);
    }

    [Fact]
    public async Task Asset_stays_readable_to_whoever_opened_it_before_it_went()
    {
        await using var desk = Desk(10);
        await using var stream = await desk.Worker.Open(await Put(desk, 1), default);
        await Put(desk, 2);
        Assert.Equal("asset 0001", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task File_that_somebody_deleted_counts_as_not_there()
    {
        await using var desk = Desk(30);
        var hash = await Put(desk, 1);
        File.Delete(Directory.EnumerateFiles(desk.Folder, hash, SearchOption.AllDirectories).Single());
        Assert.False(await desk.Worker.Has(hash, default));
        await Put(desk, 1);
        Assert.Equal("asset 0001", System.Text.Encoding.UTF8.GetString(await desk.Worker.Read(hash)));
    }
}
