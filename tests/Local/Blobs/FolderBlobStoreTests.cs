using System.Text;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Tests.Durable;

namespace SoraFunctions.Local.Tests.Blobs;

public sealed class FolderBlobStoreTests : IDisposable
{
    private const string Path = "tenants/acme/videos/1.mp4";
    private readonly string _folder = Directory.CreateTempSubdirectory("blobs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_blob_is_read_back_as_it_was_put()
    {
        var store = Store();
        var bytes = new byte[1_000_000];
        new Random(1).NextBytes(bytes);

        Assert.True(await store.PutIfAbsent(Path, new MemoryStream(bytes), "video/mp4", default));

        Assert.True(await store.Exists(Path, default));
        Assert.Equal("video/mp4", store.MediaType(Path));
        await using var read = await store.Open(Path, default);
        Assert.True(read!.CanSeek);
        read.Position = 999_990;
        var tail = new byte[10];
        await read.ReadExactlyAsync(tail);
        Assert.Equal(bytes[999_990..], tail);
    }

    [Fact]
    public async Task Only_what_follows_the_present_position_is_put()
    {
        var store = Store();
        var content = new MemoryStream("skipkept"u8.ToArray()) { Position = 4 };

        await store.PutIfAbsent(Path, content, "text/plain", default);

        Assert.Equal("kept", await Read(store));
    }

    [Fact]
    public async Task The_first_blob_at_a_path_is_kept()
    {
        var store = Store();
        Assert.True(await Put(store, "first", "text/plain"));

        Assert.False(await Put(store, "second", "text/html"));

        Assert.Equal("first", await Read(store));
        Assert.Equal("text/plain", store.MediaType(Path));
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_wins_with_its_bytes_and_its_type()
    {
        var store = Store();
        for (var round = 0; round < 20; round++)
        {
            var path = $"tenants/acme/race/{round}";
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
                store.PutIfAbsent(path, new MemoryStream(Encoding.UTF8.GetBytes($"writer/{writer}")), $"writer/{writer}", default))));

            var winner = $"writer/{Array.IndexOf(won, true)}";
            Assert.Equal(1, won.Count(one => one));
            Assert.Equal(winner, await Read(store, path));
            Assert.Equal(winner, store.MediaType(path));
        }
    }

    [Fact]
    public async Task A_put_that_fails_midway_leaves_nothing_behind()
    {
        var store = Store();
        using var source = new CancellationTokenSource();
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => store.PutIfAbsent(Path, broken, "video/mp4", source.Token));

        Assert.False(await store.Exists(Path, default));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.True(await Put(store, "second try", "text/plain"));
    }

    [Fact]
    public async Task A_deleted_blob_is_gone_and_its_path_is_free()
    {
        var store = Store();
        await Put(store, "first", "text/plain");

        await store.Delete(Path, default);
        await store.Delete(Path, default);

        Assert.False(await store.Exists(Path, default));
        Assert.Null(await store.Open(Path, default));
        Assert.Null(store.MediaType(Path));
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.True(await Put(store, "second", "text/plain"));
    }

    [Fact]
    public async Task A_folder_is_not_a_blob()
    {
        var store = Store();
        await Put(store, "x", "text/plain");

        Assert.Null(await store.Open("tenants/acme/videos", default));
        Assert.False(await store.Exists("tenants/acme/videos", default));
    }

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

    [Theory]
    [InlineData("tenants/acme/../other/secret")]
    [InlineData("tenants/acme/./x")]
    [InlineData("tenants/acme//x")]
    [InlineData("tenants/acme/x/")]
    [InlineData("/tenants/acme/x")]
    [InlineData("tenants/acme")]
    [InlineData("others/acme/x")]
    [InlineData("tenants/acme/a b")]
    [InlineData("tenants/acme/a~")]
    [InlineData("tenants/acme/a\\b")]
    [InlineData("tenants/acme/a\n")]
    [InlineData("tenants/acme/é")]
    [InlineData("")]
    public async Task A_path_that_breaks_the_rules_is_refused_by_every_method(string path)
    {
        var store = Store();

        var error = await Assert.ThrowsAsync<ArgumentException>(() => store.PutIfAbsent(path, new MemoryStream(), "text/plain", default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Open(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Exists(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Delete(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Link(path, TimeSpan.FromHours(1), default));
        Assert.Contains("is not the path of a blob", error.Message);
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

    private FolderBlobStore Store() => new(_folder, TimeProvider.System);

    private static Task<bool> Put(FolderBlobStore store, string text, string type) =>
        store.PutIfAbsent(Path, new MemoryStream(Encoding.UTF8.GetBytes(text)), type, default);

    private static async Task<string> Read(FolderBlobStore store, string path = Path)
    {
        using var reader = new StreamReader((await store.Open(path, default))!);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Gives some bytes, then fails.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public BrokenStream()
            : base(new byte[300_000])
        {
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 100_000 ? throw new IOException("The line is dead.") : base.ReadAsync(buffer, cancellationToken);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            CopyPart(destination, cancellationToken);

        private async Task CopyPart(Stream destination, CancellationToken cancellation)
        {
            await destination.WriteAsync(new byte[100_001], cancellation);
            throw new IOException("The line is dead.");
        }
    }
}
