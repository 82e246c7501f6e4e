using System.Text;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Blobs.Specification;

/// <summary>What every blob store does, whatever it keeps its blobs in.</summary>
public abstract class BlobStoreSpecification
{
    protected const string Path = "tenants/acme/videos/1.mp4";

    private protected abstract IBlobStore Store();

    /// <summary>The media type that a blob was put with; null for no blob.</summary>
    protected abstract Task<string?> MediaType(string path);

    [Fact]
    public async Task A_blob_is_read_back_as_it_was_put()
    {
        var store = Store();
        var bytes = Noise(1_000_000);

        Assert.True(await store.PutIfAbsent(Path, new MemoryStream(bytes), "video/mp4", default));

        Assert.True(await store.Exists(Path, default));
        Assert.Equal("video/mp4", await MediaType(Path));
        await using var read = await store.Open(Path, default);
        Assert.True(read!.CanSeek);
        Assert.Equal(bytes.Length, read.Length);
        read.Position = 999_990;
        var tail = new byte[10];
        await read.ReadExactlyAsync(tail);
        Assert.Equal(bytes[999_990..], tail);
        read.Position = 0;
        var whole = new byte[bytes.Length];
        await read.ReadExactlyAsync(whole);
        Assert.Equal(bytes, whole);
        Assert.Equal(0, await read.ReadAsync(tail));
    }

    [Fact]
    public async Task An_empty_blob_is_a_blob()
    {
        var store = Store();

        Assert.True(await store.PutIfAbsent(Path, new MemoryStream(), "text/plain", default));

        Assert.True(await store.Exists(Path, default));
        Assert.Equal("", await Read(store));
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
    public async Task A_stream_that_cannot_seek_can_be_put()
    {
        var store = Store();
        var bytes = Noise(9_500_000);
        await using var content = new Forward(bytes);

        Assert.True(await store.PutIfAbsent(Path, content, "video/mp4", default));

        await using var read = await store.Open(Path, default);
        var whole = new byte[bytes.Length];
        await read!.ReadExactlyAsync(whole);
        Assert.Equal(bytes, whole);
    }

    [Fact]
    public async Task The_first_blob_at_a_path_is_kept()
    {
        var store = Store();
        Assert.True(await Put(store, "first", "text/plain"));

        Assert.False(await Put(store, "second", "text/html"));

        Assert.Equal("first", await Read(store));
        Assert.Equal("text/plain", await MediaType(Path));
    }

    [Fact]
    public async Task Of_many_writers_at_once_one_wins_with_its_bytes_and_its_type()
    {
        var store = Store();
        for (var round = 0; round < 10; round++)
        {
            var path = $"tenants/acme/race/{round}";
            var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
                store.PutIfAbsent(path, new MemoryStream(Encoding.UTF8.GetBytes($"writer/{writer}")), $"writer/{writer}", default))));

            var winner = $"writer/{Array.IndexOf(won, true)}";
            Assert.Equal(1, won.Count(one => one));
            Assert.Equal(winner, await Read(store, path));
            Assert.Equal(winner, await MediaType(path));
        }
    }

    [Fact]
    public async Task A_put_that_fails_midway_leaves_nothing_behind()
    {
        var store = Store();
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<IOException>(() => store.PutIfAbsent(Path, broken, "video/mp4", default));

        Assert.False(await store.Exists(Path, default));
        Assert.Null(await store.Open(Path, default));
        Assert.True(await store.PutIfAbsent(Path, new MemoryStream(Noise(6_000_000)), "video/mp4", default));
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
        Assert.Null(await MediaType(Path));
        Assert.True(await Put(store, "second", "text/plain"));
    }

    [Fact]
    public async Task Blobs_are_listed_with_their_size_and_when_they_were_used_and_a_tenants_follow_each_other()
    {
        var store = Store();
        string[] paths = ["tenants/a/content/ab/1", "tenants/a/results/2", "tenants/a-b/content/3", "tenants/a/manifests/cd/4", "tenants/ab/content/5"];
        var before = DateTimeOffset.UtcNow.AddSeconds(-2);
        foreach (var path in paths)
        {
            await Put(store, "12345", "text/plain", path);
        }

        var all = await store.List("tenants/", default).ToListAsync();

        Assert.Equal(paths.Order(StringComparer.Ordinal), all.Select(blob => blob.Path).Order(StringComparer.Ordinal));
        Assert.All(all, blob => Assert.Equal(5, blob.Length));
        Assert.All(all, blob => Assert.InRange(blob.UsedAt, before, DateTimeOffset.UtcNow.AddSeconds(2)));
        var main = all.Where(blob => !blob.Path.Contains("/manifests/", StringComparison.Ordinal)).Select(blob => blob.Path.Split('/')[1]).ToList();
        Assert.Equal(3, 1 + main.Zip(main.Skip(1)).Count(pair => pair.First != pair.Second));
        Assert.Equal(
            paths[..2].Append(paths[3]).Order(StringComparer.Ordinal), (await store.List("tenants/a/", default).ToListAsync()).Select(blob => blob.Path).Order(StringComparer.Ordinal));
        Assert.Empty(await store.List("tenants/nobody/", default).ToListAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("tenants")]
    [InlineData("others/")]
    [InlineData("tenants/../")]
    [InlineData("tenants/a")]
    public async Task A_list_of_anything_else_is_refused(string below) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().List(below, default).ToListAsync());

    [Fact]
    public async Task A_blob_that_was_not_used_for_a_while_can_be_deleted_and_one_that_was_stays()
    {
        var store = Store();
        await Put(store, "first", "text/plain");

        Assert.False(await store.DeleteUnused(Path, DateTimeOffset.UtcNow.AddHours(-1), default));
        Assert.True(await store.Exists(Path, default));
        Assert.True(await store.DeleteUnused(Path, DateTimeOffset.UtcNow.AddHours(1), default));

        Assert.False(await store.Exists(Path, default));
        Assert.Null(await MediaType(Path));
        Assert.False(await store.DeleteUnused(Path, DateTimeOffset.UtcNow.AddHours(1), default));
        Assert.True(await Put(store, "second", "text/plain"));
    }

    [Fact]
    public async Task To_put_what_is_there_or_to_refresh_it_counts_as_use()
    {
        var store = Store();
        await Put(store, "first", "text/plain");
        await Put(store, "first", "text/plain", "tenants/acme/videos/2.mp4");
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        var since = DateTimeOffset.UtcNow.AddSeconds(-1);

        Assert.False(await Put(store, "second", "text/plain"));
        Assert.True(await store.Refresh("tenants/acme/videos/2.mp4", default));
        Assert.False(await store.Refresh("tenants/acme/videos/3.mp4", default));

        Assert.All(await store.List("tenants/acme/", default).ToListAsync(), blob => Assert.True(blob.UsedAt >= since.AddSeconds(-1)));
        Assert.False(await store.DeleteUnused(Path, since, default));
        Assert.False(await store.DeleteUnused("tenants/acme/videos/2.mp4", since, default));
        Assert.Equal("first", await Read(store));
        Assert.Equal("text/plain", await MediaType(Path));
    }

    [Fact]
    public async Task A_folder_is_not_a_blob()
    {
        var store = Store();
        await Put(store, "x", "text/plain");

        Assert.Null(await store.Open("tenants/acme/videos", default));
        Assert.False(await store.Exists("tenants/acme/videos", default));
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
        await Assert.ThrowsAsync<ArgumentException>(() => store.Refresh(path, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.DeleteUnused(path, DateTimeOffset.UtcNow, default));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Link(path, TimeSpan.FromHours(1), default));
        Assert.Contains("is not the path of a blob", error.Message);
    }

    protected static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private protected static Task<bool> Put(IBlobStore store, string text, string type, string path = Path) =>
        store.PutIfAbsent(path, new MemoryStream(Encoding.UTF8.GetBytes(text)), type, default);

    private protected static async Task<string> Read(IBlobStore store, string path = Path)
    {
        using var reader = new StreamReader((await store.Open(path, default))!);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Can only be read once, and in pieces.</summary>
    private sealed class Forward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 50_000)], cancellationToken);

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            destination.WriteAsync(ToArray(), cancellationToken).AsTask();
    }

    /// <summary>Gives some bytes, then fails.</summary>
    private sealed class BrokenStream() : MemoryStream(new byte[6_000_000])
    {
        public override int Read(byte[] buffer, int offset, int count) => Gives() ? base.Read(buffer, offset, count) : 0;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Gives() ? base.ReadAsync(buffer, cancellationToken) : default;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Gives() ? base.ReadAsync(buffer, offset, count, cancellationToken) : Task.FromResult(0);

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(new byte[100_001], cancellationToken);
            throw new IOException("The line is dead.");
        }

        private bool Gives() => Position > 3_000_000 ? throw new IOException("The line is dead.") : true;
    }
}
