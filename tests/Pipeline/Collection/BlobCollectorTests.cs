using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Collection;

public class BlobCollectorTests : IAsyncLifetime
{
    private const string Tenant = "shop";
    private const string First = "video_00000000000000000000000000000001";
    private const string Second = "video_00000000000000000000000000000002";

    private readonly MemoryBlobs _blobs = new();
    private readonly SetClock _clock = new();
    private readonly ScriptedWorker _worker = new();
    private FileDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _blobs.Now = _clock.Now;
        _database = await Start();
    }

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_a_deleted_video_was_made_with_goes_and_what_others_need_stays()
    {
        var shared = await Put("a clip that both show");
        await Make(First, shared, await Put("a clip of the first"));
        await Make(Second, shared, await Put("a clip of the second"));
        var all = _blobs.Paths.Count;
        _clock.Now += TimeSpan.FromHours(25);
        Assert.Equal(0, (await Collect()).Count);

        await Remove(First);
        var collected = await Collect();

        // Its request and picture, own clip, result, plan and file.
        Assert.Equal(6, collected.Count);
        Assert.Equal(all - 6, _blobs.Paths.Count);
        Assert.Equal(["a clip of the second", "a clip that both show", "file of " + Second, "picture of " + Second], Texts());

        await Remove(Second);
        await Collect();
        Assert.Empty(_blobs.Paths);
    }

    [Fact]
    public async Task Workers_forget_their_copies_of_what_goes_and_keep_those_of_what_stays()
    {
        var (clip, kept) = (await Put("a clip of the first"), await Put("a clip that is kept"));
        await Make(First, kept, kept);
        (_worker.Assets[clip.Sha256], _worker.Assets[kept.Sha256]) = ([1], [2]);
        _clock.Now += TimeSpan.FromHours(25);

        await Collect();

        Assert.Equal([kept.Sha256], _worker.Assets.Keys);
    }

    [Fact]
    public async Task What_was_put_or_used_within_a_day_is_left_alone()
    {
        var clip = await Put("a clip");
        _clock.Now += TimeSpan.FromHours(25);
        _blobs.Now = _clock.Now;
        await Put("a clip");
        _clock.Now += TimeSpan.FromHours(23);

        Assert.Equal(0, (await Collect()).Count);
        _clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(new CollectedBlobs(1, 6), await Collect());
        Assert.False(await _blobs.Exists(clip.Path, default));
    }

    [Fact]
    public async Task What_is_used_between_the_look_and_the_deletion_stays()
    {
        var clip = await Put("a clip");
        _clock.Now += TimeSpan.FromHours(25);
        await using var database = _database.Open();
        var late = new LateUse(_blobs, clip.Path, _clock.Now);

        Assert.Equal(0, (await new BlobCollector(database, late, new NeededBlobs(database, late), new WorkerFleet(_worker), _clock).Run(default)).Count);

        Assert.True(await _blobs.Exists(clip.Path, default));
    }

    [Fact]
    public async Task An_unfinished_video_keeps_what_its_stages_have_made_however_long_it_rests()
    {
        var clip = await Put("a clip");
        await Make(First, clip);
        _clock.Now += TimeSpan.FromDays(400);

        Assert.Equal(0, (await Collect()).Count);
    }

    [Fact]
    public async Task A_tenant_that_is_gone_leaves_nothing_and_another_ones_equal_blobs_stay()
    {
        var clip = await Put("a clip");
        await Make(First, clip);
        await new TenantBlobs(_blobs, "other").Put("a clip"u8.ToArray(), "video/mp4", default);
        _clock.Now += TimeSpan.FromHours(25);

        await Collect();

        Assert.True(await _blobs.Exists(clip.Path, default));
        Assert.DoesNotContain(_blobs.Paths, path => path.StartsWith("tenants/other/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_that_names_a_blob_keeps_it_without_being_known_to_the_collector()
    {
        var logo = await Put("a logo");
        await using (var database = _database.Open())
        {
            database.Remotes.Add(new RemoteRow
            {
                TenantId = Tenant, Name = "r", Url = "https://r", SealedKey = "", KeyHint = "", Terms = $$"""{"logo":"{{logo.Sha256}}"}""", CreatedAt = _clock.Now, ChangedAt = _clock.Now,
            });
            database.Watermarks.Add(new WatermarkRow { Mark = 1, VideoId = First, Channel = "web", TenantId = Tenant, Sha256 = (await Put("a signed file")).Sha256, At = _clock.Now });
            await database.SaveChangesAsync();
        }

        _clock.Now += TimeSpan.FromHours(25);
        await Collect();

        Assert.Equal(["a logo"], Texts());
    }

    [Fact]
    public async Task A_stage_whose_result_leads_to_a_blob_that_is_gone_is_done_again()
    {
        var clip = await Put("a clip");
        await Render(First, clip);
        await _blobs.Delete(clip.Path, default);

        var again = await Render(Second, clip);

        Assert.Equal(clip.Sha256, again.Picture);
        Assert.True(await _blobs.Exists(clip.Path, default));
    }

    [Fact]
    public async Task A_result_that_is_used_again_makes_all_that_it_leads_to_count_as_used()
    {
        var clip = await Put("a clip");
        await Render(First, clip);
        _clock.Now += TimeSpan.FromHours(30);
        _blobs.Now = _clock.Now;

        await Render(Second, clip, () => throw new InvalidOperationException("It is known."));

        Assert.Equal(0, (await Collect()).Count);
    }

    /// <summary>The tables that are tested.</summary>
    private protected virtual Task<FileDatabase> Start() => Task.FromResult(new FileDatabase());

    private async Task Make(string id, params BlobRef[] clips)
    {
        var picture = await Put("picture of " + id);
        var request = await new TenantBlobs(_blobs, Tenant).Put(
            Encoding.UTF8.GetBytes("{\"pictures\":[{\"sha256\":\"" + picture.Sha256 + "\"}]}"), "application/json", default);
        var row = FileDatabase.Row(id, VideoStatus.InProgress, _clock.Now);
        await using (var database = _database.Open())
        {
            database.Videos.Add(new VideoRow
            {
                Id = id, TenantId = Tenant, Model = row.Model, CreatedAt = row.CreatedAt, Size = row.Size, MainChannel = row.MainChannel, Seconds = row.Seconds,
                Request = JsonSerializer.Serialize(request, PipelineJson.Default.BlobRef),
            });
            var file = await Put("file of " + id);
            database.VideoFiles.Add(new VideoFileRow
            {
                VideoId = id, Channel = "web", Name = "video.mp4", Path = file.Path, Sha256 = file.Sha256, Length = file.Length, MediaType = "video/mp4",
            });
            await database.SaveChangesAsync();
        }

        foreach (var clip in clips)
        {
            await Render(id, clip);
        }

        await using var plan = new MemoryStream("[]"u8.ToArray());
        await _blobs.PutIfAbsent($"tenants/{Tenant}/plans/{id}/web.json", plan, "application/json", default);
    }

    private async Task<RenderedShot> Render(string id, BlobRef clip, Action? before = null)
    {
        await using var database = _database.Open();
        var trail = new VideoTrail(database);
        var made = await new StageResults(_blobs, trail).Once(
            new Step<RenderOrder>(Tenant, id, new RenderOrder(clip.Sha256)),
            "v1",
            PipelineJson.Default.RenderOrder,
            PipelineJson.Default.RenderedShot,
            async () =>
            {
                before?.Invoke();
                if (!await _blobs.Exists(clip.Path, default))
                {
                    await Put("a clip");
                }

                return new RenderedShot(clip.Sha256, clip.Sha256, []);
            },
            default);
        trail.Note(clip.Sha256);
        await trail.Write(Tenant, id, default);
        return made;
    }

    private async Task Remove(string id)
    {
        await using var database = _database.Open();
        await new VideoRemoval(
            database, new ListedOrchestrations(), new ManifestRepository(database, _blobs, null!),
            new RenditionFingerprints(database, _blobs, _clock), new LinkRetirement(database, _blobs, null!, _clock)).Remove(id, default);
    }

    private async Task<CollectedBlobs> Collect()
    {
        await using var database = _database.Open();
        return await new BlobCollector(database, _blobs, new NeededBlobs(database, _blobs), new WorkerFleet(_worker), _clock).Run(default);
    }

    private Task<BlobRef> Put(string text) => new TenantBlobs(_blobs, Tenant).Put(Encoding.UTF8.GetBytes(text), "text/plain", default);

    private string[] Texts() =>
    [
        .. _blobs.Paths.Where(path => path.Contains("/content/", StringComparison.Ordinal))
            .Select(path => new StreamReader(_blobs.Open(path, default).Result!).ReadToEnd()).Where(text => text[0] != '{').Order(StringComparer.Ordinal),
    ];

    /// <summary>Someone uses a blob just before it is deleted.</summary>
    private sealed class LateUse(MemoryBlobs blobs, string path, DateTimeOffset at) : IBlobStore
    {
        public Task<bool> PutIfAbsent(string where, Stream content, string mediaType, CancellationToken cancellation) => blobs.PutIfAbsent(where, content, mediaType, cancellation);

        public Task<Stream?> Open(string where, CancellationToken cancellation) => blobs.Open(where, cancellation);

        public Task<bool> Exists(string where, CancellationToken cancellation) => blobs.Exists(where, cancellation);

        public Task Delete(string where, CancellationToken cancellation) => blobs.Delete(where, cancellation);

        public Task<bool> Refresh(string where, CancellationToken cancellation) => blobs.Refresh(where, cancellation);

        public async Task<bool> DeleteUnused(string where, DateTimeOffset since, CancellationToken cancellation)
        {
            blobs.Now = at;
            await blobs.Refresh(path, cancellation);
            return await blobs.DeleteUnused(where, since, cancellation);
        }

        public IAsyncEnumerable<StoredBlob> List(string below, CancellationToken cancellation) => blobs.List(below, cancellation);

        public Task<Uri?> Link(string where, TimeSpan lifetime, CancellationToken cancellation) => blobs.Link(where, lifetime, cancellation);
    }
}
