using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Azure.Tests.Campaigns;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>Whoever looks everywhere after an erasure finds nothing: in the bytes of the databases with their logs, in the runner's history, in blobs, in what was logged.</summary>
public sealed class ErasedEverywhereTests : IAsyncLifetime
{
    private const string Marker = "Zauberwuerfel";
    private CampaignHost _host = null!;

    public async Task InitializeAsync() => _host = await CampaignHost.Start(logs: LogLevel.Trace);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_erased_video_is_nowhere()
    {
        await _host.Post("/v1/webhook_endpoints", """{"url":"https://hooks.example.com/x","event_types":["video.completed"]}""");
        var id = (await _host.Post("/v1/ads", $$"""{"prompt":"A {{Marker}} lies on a table","seconds":4,"music":false,"link":{"url":"https://shop.example.com/{{Marker}}"},"metadata":{"project":"{{Marker}}"} }""")).GetProperty("id").GetString()!;
        await _host.Until($"/v1/videos/{id}", video => video.GetProperty("status").GetString() == "completed");
        Assert.Contains("sora.db", Files(Marker));
        Assert.Contains("durable.db", Files(id));
        Assert.NotEmpty(await Blobs(Marker));

        await _host.Post("/v1/erasures", $$"""{"video_id":"{{id}}"}""");

        Assert.Empty(Files(id));
        Assert.Empty(await Blobs(id));
        Assert.DoesNotContain(_host.Faults.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([], Files(Marker));
        Assert.Empty(await Blobs(Marker));
    }

    [Fact]
    public async Task An_erased_tenant_is_nowhere()
    {
        var run = await _host.Run($$"""
            {"name":"{{Marker}}","products":[{"sku":"cup","product":{"title":"{{Marker}} cup"} }],"ad":{"quality":"draft","music":false,"seconds":4},"locales":["en"],"channels":["web"]}
            """);
        await _host.Until(run, "completed");
        var id = run.Split('/')[^1];
        Assert.Contains("durable.db", Files(id));

        await _host.Post("/v1/erasures", """{"everything":"default"}""");

        Assert.Empty(Files(id));
        Assert.Empty(Files(Marker));
        Assert.Empty(await Blobs(Marker));
        Assert.DoesNotContain(_host.Faults.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The files of the folder, databases with their logs, that hold a text somewhere in their bytes.</summary>
    private List<string> Files(string text)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(_host.Folder, "*.db*", SearchOption.AllDirectories))
        {
            using var raw = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            raw.CopyTo(copy);
            if (copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            {
                found.Add(Path.GetFileName(file).Replace("-wal", "", StringComparison.Ordinal));
            }
        }

        return found;
    }

    private Task<List<string>> Blobs(string text) => _host.Use(async services =>
    {
        var (blobs, found) = (services.GetRequiredService<MemoryBlobs>(), new List<string>());
        foreach (var path in blobs.Paths)
        {
            await using var content = (await ((IBlobStore)blobs).Open(path, default))!;
            if (path.Contains(text, StringComparison.Ordinal) || (await new StreamReader(content).ReadToEndAsync()).Contains(text, StringComparison.Ordinal))
            {
                found.Add(path);
            }
        }

        return found;
    });
}
