using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Local.Tests.Durable;

namespace SoraFunctions.Local.Tests.Blobs;

public sealed class BlobLinkRouteTests : IAsyncLifetime
{
    private const string Path = "tenants/acme/content/aa/aa";
    private readonly string _folder = Directory.CreateTempSubdirectory("blob-links-").FullName;
    private readonly ManualClock _clock = new();
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;
    private FolderBlobStore _blobs = null!;

    public async Task InitializeAsync()
    {
        var secret = SecretFile.LoadOrCreate(System.IO.Path.Combine(_folder, "links.key"), "Lost.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(_clock)
            .AddSingleton(provider => new FolderBlobStore(System.IO.Path.Combine(_folder, "blobs"), _clock, provider.GetRequiredService<BlobLinkOptions>()))
            .AddSingleton(_ => new BlobLinkOptions(new Uri(_app.Urls.First()), secret));
        _app = builder.Build();
        BlobLinkRoute.Map(_app, new BlobLinkOptions(new Uri("http://unused.invalid"), secret));
        await _app.StartAsync();
        _blobs = _app.Services.GetRequiredService<FolderBlobStore>();
        await _blobs.PutIfAbsent(Path, new MemoryStream("0123456789"u8.ToArray()), "video/mp4", default);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_link_opens_its_blob_with_ranges_until_it_ends()
    {
        var link = (await _blobs.Link(Path, TimeSpan.FromMinutes(15), default))!;

        using var part = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new RangeHeaderValue(2, 4) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("video/mp4", part.Content.Headers.ContentType?.MediaType);
        Assert.Equal("234", await part.Content.ReadAsStringAsync());

        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_link_opens_no_other_blob()
    {
        var link = (await _blobs.Link(Path, TimeSpan.FromMinutes(15), default))!.AbsoluteUri;

        Assert.Equal(HttpStatusCode.Forbidden, (await _http.GetAsync(link.Replace("acme", "other"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.GetAsync(link[..link.IndexOf('?')])).StatusCode);
    }

    [Fact]
    public async Task A_link_to_a_blob_that_is_gone_finds_nothing()
    {
        var link = (await _blobs.Link(Path, TimeSpan.FromMinutes(15), default))!;
        await _blobs.Delete(Path, default);

        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public void The_secret_is_made_once_and_a_broken_one_is_named()
    {
        var file = System.IO.Path.Combine(_folder, "other.key");

        Assert.Equal(SecretFile.LoadOrCreate(file, "Lost."), SecretFile.LoadOrCreate(file, "Lost."));
        File.WriteAllText(file, "short");

        Assert.Contains("other.key", Assert.Throws<InvalidDataException>(() => SecretFile.LoadOrCreate(file, "Lost.")).Message);
    }
}
