using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using SoraFunctions.Azure.Blobs;
using SoraFunctions.Azurite.Tests.Hosting;
using SoraFunctions.Blobs.Specification;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Azurite.Tests;

public sealed class AzureBlobStoreTests(AzuriteServer server) : BlobStoreSpecification, IClassFixture<AzuriteServer>, IAsyncLifetime
{
    private readonly string _main = $"videos-{Guid.NewGuid():n}";
    private readonly string _manifests = $"manifests-{Guid.NewGuid():n}";

    public async Task InitializeAsync()
    {
        await server.Service.GetBlobContainerClient(_main).CreateAsync();
        await server.Service.GetBlobContainerClient(_manifests).CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Manifests_lie_in_a_container_of_their_own()
    {
        var store = Store();

        await Put(store, "a video", "text/plain");
        await Put(store, "a manifest", "text/plain", "tenants/acme/manifests/ab/abcd");
        await Put(store, "a name that begins alike", "text/plain", "tenants/acme/manifests-of-ships/1");

        Assert.Equal(["tenants/acme/manifests-of-ships/1", Path], await Names(_main));
        Assert.Equal(["tenants/acme/manifests/ab/abcd"], await Names(_manifests));
        Assert.Equal("a manifest", await Read(store, "tenants/acme/manifests/ab/abcd"));
    }

    [Fact]
    public async Task A_link_lets_a_stranger_read_this_blob_and_nothing_else()
    {
        var store = Store();
        await Put(store, "for you", "text/plain");
        await Put(store, "not for you", "text/plain", "tenants/acme/videos/2.mp4");

        var link = await store.Link(Path, TimeSpan.FromHours(1), default);

        using var answer = await server.Stranger.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("for you", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sp=r&", link!.Query);
        Assert.Contains("spr=https", link.Query);
        Assert.Contains("skoid=", link.Query);
        using var other = await server.Stranger.GetAsync(new Uri(link.AbsoluteUri.Replace("1.mp4", "2.mp4")));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var bare = await server.Stranger.GetAsync(new Uri(link.GetLeftPart(UriPartial.Path)));
        Assert.False(bare.IsSuccessStatusCode);
        using var delete = await server.Stranger.DeleteAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, delete.StatusCode);
    }

    [Fact]
    public async Task A_link_is_dead_when_its_lifetime_is_over()
    {
        var store = Store(new FixedTime(DateTimeOffset.UtcNow.AddHours(-2)));
        await Put(store, "for a while", "text/plain");

        using var answer = await server.Stranger.GetAsync(await store.Link(Path, TimeSpan.FromHours(1), default));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task A_link_of_no_time_or_of_more_than_six_days_is_refused(int days) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store().Link(Path, TimeSpan.FromDays(days), default));

    [Fact]
    public async Task One_delegation_key_signs_all_links_until_it_nears_its_end()
    {
        var wire = new Wire(new HttpClientTransport(server.Trusting()));
        var time = new FixedTime(DateTimeOffset.UtcNow);
        var store = Store(time, wire);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.Link(Path, TimeSpan.FromHours(1), default)));
        time.Now += TimeSpan.FromDays(6);
        await store.Link(Path, TimeSpan.FromHours(1), default);
        Assert.Single(wire.Requests);

        time.Now += TimeSpan.FromHours(22);
        await store.Link(Path, TimeSpan.FromHours(1), default);
        Assert.Equal(2, wire.Requests.Count);
    }

    [Fact]
    public async Task A_long_blob_goes_up_in_blocks_and_is_whole()
    {
        var wire = new Wire(new HttpClientTransport(server.Trusting()));
        var store = Store(wire: wire);
        var bytes = Noise(18_000_000);

        Assert.True(await store.PutIfAbsent(Path, new MemoryStream(bytes), "video/mp4", default));

        Assert.Equal(5, wire.Requests.Count(request => request.Address.Query.Contains("comp=block&")));
        await using var read = await store.Open(Path, default);
        var whole = new byte[bytes.Length];
        await read!.ReadExactlyAsync(whole);
        Assert.Equal(bytes, whole);
        Assert.Equal("video/mp4", await MediaType(Path));
    }

    [Fact]
    public async Task A_long_blob_that_is_there_is_not_sent_again()
    {
        var wire = new Wire(new HttpClientTransport(server.Trusting()));
        var store = Store(wire: wire);
        await Put(store, "there", "text/plain");
        wire.Requests.Clear();

        Assert.False(await store.PutIfAbsent(Path, new MemoryStream(Noise(18_000_000)), "video/mp4", default));

        Assert.Contains("comp=metadata", Assert.Single(wire.Requests).Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_long_uploads_of_one_content_at_once_leave_it_whole()
    {
        var wire = new Wire(new HttpClientTransport(server.Trusting()));
        var store = Store(wire: wire);
        var content = Noise(9_000_000);

        var won = await Task.WhenAll(new[] { content, content }.Select(bytes => store.PutIfAbsent(Path, new MemoryStream(bytes), "video/mp4", default)));

        Assert.Equal(1, won.Count(one => one));
        await using var read = await store.Open(Path, default);
        var whole = new byte[content.Length];
        await read!.ReadExactlyAsync(whole);
        Assert.Equal(content, whole);
    }

    [Fact]
    public async Task A_seek_to_the_end_of_a_long_blob_fetches_the_end_alone()
    {
        var bytes = Noise(18_000_000);
        await Store().PutIfAbsent(Path, new MemoryStream(bytes), "video/mp4", default);
        var wire = new Wire(new HttpClientTransport(server.Trusting()));

        await using var read = await Store(wire: wire).Open(Path, default);
        read!.Position = 17_999_000;
        var tail = new byte[1_000];
        await read.ReadExactlyAsync(tail);

        Assert.Equal(bytes[^1_000..], tail);
        var fetched = Assert.Single(wire.Requests, request => request.Method == RequestMethod.Get);
        Assert.StartsWith("bytes=17999000-", fetched.Range);
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing_to_see()
    {
        using var stop = new CancellationTokenSource();
        var blocks = 0;
        var wire = new Wire(new HttpClientTransport(server.Trusting()))
        {
            Before = request => request.Uri.Query.Contains("comp=block&") && Interlocked.Increment(ref blocks) == 3
                ? stop.CancelAsync()
                : Task.CompletedTask,
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store(wire: wire).PutIfAbsent(Path, new MemoryStream(Noise(18_000_000)), "video/mp4", stop.Token));

        Assert.False(await Store().Exists(Path, default));
        Assert.Null(await Store().Open(Path, default));
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var refusals = 2;
        var wire = new Wire(new HttpClientTransport(server.Trusting())) { Answer = _ => refusals-- > 0 ? 503 : null };

        Assert.True(await Put(Store(wire: wire), "at last", "text/plain"));

        Assert.Equal(3, wire.Requests.Count);
        Assert.Equal("at last", await Read(Store()));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    public async Task A_service_that_refuses_is_an_error_and_never_an_absent_blob(int status)
    {
        var store = Store(wire: new Wire(new HttpClientTransport(server.Trusting())) { Answer = _ => status });

        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => Put(store, "x", "text/plain"))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.Open(Path, default))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.Exists(Path, default))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.Delete(Path, default))).Status);
        Assert.Equal(status, (await Assert.ThrowsAsync<RequestFailedException>(() => store.Link(Path, TimeSpan.FromHours(1), default))).Status);
    }

    [Fact]
    public async Task A_container_that_is_missing_is_an_error_and_not_an_absent_blob()
    {
        await server.Service.GetBlobContainerClient(_main).DeleteAsync();

        var error = await Assert.ThrowsAsync<RequestFailedException>(() => Store().Open(Path, default));

        Assert.Equal("ContainerNotFound", error.ErrorCode);
    }

    [Fact]
    public async Task Of_many_instances_that_write_a_text_the_first_decides_for_all()
    {
        var texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(instance => Task.Run(() =>
            new WriteOnceTexts(server.Service.GetBlobContainerClient(_main)).GetOrAdd("chain.pem", () => $"made by {instance}", default))));

        Assert.Single(texts.Distinct());
        var later = new WriteOnceTexts(server.Service.GetBlobContainerClient(_main));
        Assert.Equal(texts[0], await later.GetOrAdd("chain.pem", () => throw new InvalidOperationException("is there"), default));
    }

    private protected override IBlobStore Store() => Store(TimeProvider.System);

    protected override async Task<string?> MediaType(string path)
    {
        var blob = server.Service.GetBlobContainerClient(_main).GetBlobClient(path);
        return await blob.ExistsAsync() ? (await blob.GetPropertiesAsync()).Value.ContentType : null;
    }

    private AzureBlobStore Store(TimeProvider? time = null, HttpPipelineTransport? wire = null)
    {
        var service = wire is null ? server.Service : server.Client(wire);
        time ??= TimeProvider.System;
        return new AzureBlobStore(
            new BlobContainers(service.GetBlobContainerClient(_main), service.GetBlobContainerClient(_manifests)),
            new LinkSigner(new DelegationKeys(service, time), service.AccountName, time));
    }

    private async Task<string[]> Names(string container)
    {
        var names = new List<string>();
        await foreach (var blob in server.Service.GetBlobContainerClient(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return [.. names];
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
