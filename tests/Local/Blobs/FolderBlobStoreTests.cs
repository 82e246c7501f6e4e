using SoraFunctions.Blobs.Specification;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Tests.Durable;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Local.Tests.Blobs;

public sealed class FolderBlobStoreTests : BlobStoreSpecification, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blobs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_crash_left_half_written_is_removed_by_a_later_start()
    {
        var clock = new ManualClock();
        Store();
        var leftover = System.IO.Path.Combine(_folder, "~incoming", "half");
        File.WriteAllText(leftover, "half");
        File.SetLastWriteTimeUtc(leftover, clock.GetUtcNow().UtcDateTime);

        clock.Advance(TimeSpan.FromMinutes(30));
        _ = new FolderBlobStore(_folder, clock);
        Assert.True(File.Exists(leftover));

        clock.Advance(TimeSpan.FromMinutes(31));
        _ = new FolderBlobStore(_folder, clock);
        Assert.False(File.Exists(leftover));
    }

    [Fact]
    public async Task A_store_without_a_public_address_has_no_links() =>
        Assert.Null(await Store().Link(Path, TimeSpan.FromHours(1), default));

    [Fact]
    public async Task A_link_opens_its_blob_until_its_lifetime_is_over()
    {
        var clock = new ManualClock();
        var options = new BlobLinkOptions(new Uri("https://video.example/sora/"), new byte[32]);
        var store = new FolderBlobStore(_folder, clock, options);

        var link = await store.Link(Path, TimeSpan.FromHours(1), default);

        Assert.StartsWith($"https://video.example/sora/blobs/{Path}?", link!.AbsoluteUri);
        var query = link.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        bool Opens(string path) => SignedLinks.Verify(options.Secret, path, query["expires"], query["signature"], clock.GetUtcNow());
        Assert.True(Opens(Path));
        Assert.False(Opens("tenants/acme/videos/2.mp4"));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(Opens(Path));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(Opens(Path));
    }

    [Fact]
    public async Task Neither_a_broken_put_nor_a_delete_leaves_a_file()
    {
        var store = New();
        await Put(store, "first", "text/plain");
        await store.Delete(Path, default);
        using var broken = new CancellationTokenSource();
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutIfAbsent(Path, new MemoryStream(Noise(300_000)), "video/mp4", broken.Token));

        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
    }

    private protected override IBlobStore Store() => New();

    protected override Task<string?> MediaType(string path) => Task.FromResult(New().MediaType(path));

    private FolderBlobStore New() => new(_folder, TimeProvider.System);
}
