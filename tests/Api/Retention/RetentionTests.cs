using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Retention;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Tests.Retention;

/// <summary>What is removed when, and that nothing is left of it.</summary>
public class RetentionTests : IAsyncLifetime
{
    private const string Marker = "Zauberwuerfel-4711";
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Videos_and_inputs_go_when_their_days_are_over_and_not_while_they_are_held()
    {
        await _host.Client.PutJson("/v1/tenant", """{"retention":{"video_days":30,"input_days":7}}""");
        var id = await Finished($"a {Marker} on a table");
        await Keep();
        Assert.Contains(Marker, await _host.Client.GetStringAsync($"/v1/videos/{id}"));

        _host.Clock.Ahead = TimeSpan.FromDays(8);
        await _host.Client.PostJson("/v1/tenant/hold", """{"reason":"file 12/26"}""");
        await Keep();
        using var held = await _host.Client.DeleteAsync($"/v1/videos/{id}");
        Assert.Equal("legal_hold", (await held.Error(HttpStatusCode.Conflict)).Text("code"));
        Assert.Contains(Marker, await _host.Client.GetStringAsync($"/v1/videos/{id}"));

        await _host.Client.DeleteAsync("/v1/tenant/hold");
        await Keep();
        Assert.DoesNotContain(Marker, await _host.Client.GetStringAsync($"/v1/videos/{id}"));
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync($"/v1/videos/{id}/content")).StatusCode);

        _host.Clock.Ahead = TimeSpan.FromDays(31);
        await Keep();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/v1/videos/{id}")).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_video_that_is_held_by_itself_or_with_its_campaign_stays_and_others_go(bool byCampaign)
    {
        await _host.Client.PutJson("/v1/tenant", """{"retention":{"video_days":30,"input_days":7}}""");
        var (id, other) = (await Finished($"a {Marker} on a table"), await Finished("a plain ball"));
        var campaign = (await _host.Client.PostJson("/v1/campaigns", """{"name":"May","products":[{"sku":"cup","product":{"title":"Cup"}}],"locales":["en"],"channels":["web"]}""")).Text("id")!;
        await _host.Use((SoraDatabase database) =>
        {
            database.CampaignCells.Add(new CampaignCellRow
            {
                RunId = "run_1", Number = 0, CampaignId = campaign, TenantId = "default", Sku = "cup", Locale = "en", Channel = "web", Variant = "main", Name = "cup", Key = "k", Engine = "world",
                Milliseconds = 1, State = CellState.Done, VideoId = id,
            });
            return database.SaveChangesAsync();
        });
        var hold = byCampaign ? $"/v1/campaigns/{campaign}/hold" : $"/v1/videos/{id}/hold";
        Assert.Equal("file 3", (await _host.Client.PostJson(hold, """{"reason":" file 3 "}""")).Text("reason"));

        _host.Clock.Ahead = TimeSpan.FromDays(31);
        await Keep();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/v1/videos/{other}")).StatusCode);
        Assert.Contains(Marker, await _host.Client.GetStringAsync($"/v1/videos/{id}"));
        foreach (var removal in new[] { _host.Client.DeleteAsync($"/v1/videos/{id}"), _host.Client.SendJson("/v1/erasures", $$"""{"video_id":"{{id}}"}"""), _host.Client.SendJson("/v1/erasures", """{"everything":"default"}""") })
        {
            using var held = await removal;
            var error = await held.Error(HttpStatusCode.Conflict);
            Assert.Equal("legal_hold", error.Text("code"));
            Assert.Contains("file 3", error.Text("message"));
        }

        Assert.Equal(byCampaign ? HttpStatusCode.Conflict : HttpStatusCode.OK, (await _host.Client.DeleteAsync($"/v1/campaigns/{campaign}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.DeleteAsync(hold)).StatusCode);
        await Keep();
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/v1/videos/{id}")).StatusCode);
    }

    [Fact]
    public async Task What_a_reviewed_order_was_made_with_goes_too_and_who_decided_stays()
    {
        await _host.Client.PutJson("/v1/tenant", """{"retention":{"input_days":7}}""");
        var id = await Finished($"a {Marker} on a table", "film");
        var request = await _host.Use(async (SoraDatabase database) =>
        {
            var text = await database.Videos.Where(video => video.Id == id).Select(video => video.Request).SingleAsync();
            var blob = JsonSerializer.Deserialize(text, PipelineJson.Default.BlobRef)!;
            database.Reviews.Add(new ReviewRow
            {
                Id = "review_1", TenantId = "default", VideoId = id, Needed = 1, Findings = $$"""[{"category":"other","severity":4,"field":"prompt","excerpt":"{{Marker}}"}]""", Policy = "rules",
                RequestSha256 = blob.Sha256, Request = text, Storyboard = text, Changed = text, Status = ReviewStatus.Approved,
                Votes = """[{"key":"key_1","member":"ann","decision":"approve","note":"fine","at":"2026-11-23T12:00:00+00:00","round":0}]""",
                CreatedAt = _host.Clock.GetUtcNow(), ExpiresAt = _host.Clock.GetUtcNow(),
            });
            await database.SaveChangesAsync();
            return blob.Path;
        });

        _host.Clock.Ahead = TimeSpan.FromDays(8);
        await Keep();
        await _host.Use((BlobCollector collector) => collector.Run(TimeSpan.FromDays(1), BlobPath.All, default));

        Assert.DoesNotContain(request, _host.Blobs.Paths);
        Assert.DoesNotContain(await Found(Marker), place => !place.StartsWith("Idempotency.", StringComparison.Ordinal) && place[0] != '/');
        var review = await _host.Client.GetJson("/v1/reviews/review_1");
        Assert.Equal(("approved", "ann"), (review.Text("status"), review.GetProperty("votes")[0].Text("by")));
    }

    [Fact]
    public async Task Nothing_of_an_erased_video_is_found_by_whoever_looks_everywhere()
    {
        var id = await Finished($"a {Marker} on a table");
        var other = await Finished("a plain ball");
        await Sold(id);
        await _host.Use((UsageLedger ledger) => ledger.Book(new UsageEntry("default.k", "default", id, "render", "world", new UsageAmounts { WorkMilliseconds = 5 }) { MicroDollars = 70 }, default));
        Assert.NotEmpty(await Found(Marker));

        var erased = await _host.Client.PostJson("/v1/erasures", $$"""{"video_id":"{{id}}"}""");

        Assert.Empty(await Found(Marker));
        Assert.Empty(await Found(id));
        Assert.NotEmpty(await Found(erased.Text("hash")!));
        Assert.Equal(0.00007m, (await _host.Client.GetJson("/v1/usage")).GetProperty("total").GetProperty("cost_usd").GetDecimal());
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.GetAsync($"/v1/videos/{other}/content")).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_an_erased_tenant_is_found_but_what_it_cost()
    {
        await _host.Client.PutJson("/v1/tenant", $$"""{"brand":{"name":"{{Marker}}"} }""");
        await _host.Client.PostJson("/v1/api_keys", $$"""{"scopes":["read"],"member":"{{Marker}}@agency.example"}""");
        var id = await Finished($"a {Marker} on a table");
        await Sold(id);
        await _host.Use((UsageLedger ledger) => ledger.Book(new UsageEntry("default.k", "default", id, "render", "world", new UsageAmounts { WorkMilliseconds = 5 }) { MicroDollars = 70 }, default));
        using var wrong = await _host.Client.SendJson("/v1/erasures", """{"everything":"yes"}""");
        Assert.Equal("everything", (await wrong.Error(HttpStatusCode.BadRequest)).Text("param"));

        await _host.Client.PostJson("/v1/erasures", """{"everything":"default"}""");

        Assert.Empty(await Found(Marker));
        Assert.Empty(await Found(id));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Client.GetAsync("/v1/videos")).StatusCode);
        Assert.Equal(70, await _host.Use((SoraDatabase database) => database.Usage.Where(row => row.TenantId == ErasedHash.Of("default")).SumAsync(row => row.MicroDollars)));
        Assert.DoesNotContain(_host.Blobs.Paths, path => path.StartsWith("tenants/default/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tenant_that_is_made_again_under_the_same_name_is_erased_again()
    {
        for (var time = 0; time < 2; time++)
        {
            await _host.Use((UsageLedger ledger) => ledger.Book(new UsageEntry("default.k", "default", "video_x", "render", "world", new UsageAmounts { WorkMilliseconds = 5 }) { MicroDollars = 70 }, default));
            await _host.Use((Eraser eraser) => eraser.Tenant("default", default));
            _host.Clock.Ahead += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(140, await _host.Use((SoraDatabase database) => database.Usage.Where(row => row.TenantId == ErasedHash.Of("default")).SumAsync(row => row.MicroDollars)));
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    private Task<bool> Keep() => _host.Use(async (RetentionKeeper keeper) =>
    {
        await keeper.Run(default);
        return true;
    });

    private async Task<string> Finished(string prompt, string? film = null)
    {
        var id = (await _host.Client.PostJson("/v1/videos", $$"""{"prompt":"{{prompt}}"}""", $"key-{prompt.Length}")).Text("id")!;
        await _host.Complete(id, ("video.mp4", "video/mp4", Encoding.UTF8.GetBytes(film ?? $"film of {prompt}")), ("storyboard.json", "application/json", "{}"u8.ToArray()));
        return id;
    }

    private Task<int> Sold(string id) => _host.Use((SoraDatabase database) =>
    {
        var now = _host.Clock.GetUtcNow();
        database.CommerceLinks.Add(new CommerceLinkRow { Code = "0123456789", TenantId = "default", VideoId = id, Destination = $"https://shop.example/{id}", CreatedAt = now });
        database.Fingerprints.Add(new FingerprintRow { VideoId = id, Channel = "web", TenantId = "default", Algorithm = "x", Content = Encoding.UTF8.GetBytes(id), At = now });
        database.Watermarks.Add(new WatermarkRow { Mark = 7, VideoId = id, Channel = "web", TenantId = "default", Sha256 = new string('a', 64), At = now });
        database.WebhookDeliveries.Add(new WebhookDeliveryRow { Id = "evt_1", TenantId = "default", EndpointId = "we_1", Type = "video.completed", Payload = $$"""{"data":{"id":"{{id}}"} }""", CreatedAt = now });
        return database.SaveChangesAsync();
    });

    /// <summary>Every column of every table and every blob that holds a text, and, for a database in a file, the file.</summary>
    private async Task<List<string>> Found(string text)
    {
        var found = new List<string>();
        await _host.Use(async (SoraDatabase database) =>
        {
            await database.Database.OpenConnectionAsync();
            foreach (var table in database.Model.GetEntityTypes())
            {
                await using var command = database.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table.GetTableName()}\"";
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    found.AddRange(Enumerable.Range(0, rows.FieldCount).Where(column => rows.GetValue(column).ToString()!.Contains(text, StringComparison.Ordinal)).Select(column => $"{table.GetTableName()}.{rows.GetName(column)}"));
                }
            }

            await database.Database.CloseConnectionAsync();
            return true;
        });
        foreach (var path in _host.Blobs.Paths)
        {
            await using var content = (await _host.Blobs.Open(path, default))!;
            if ((await new StreamReader(content).ReadToEndAsync()).Contains(text, StringComparison.Ordinal) || path.Contains(text, StringComparison.Ordinal))
            {
                found.Add(path);
            }
        }

        foreach (var file in _host.DatabaseFiles.Where(File.Exists))
        {
            await using var raw = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await raw.CopyToAsync(copy);
            if (copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
            {
                found.Add(file);
            }
        }

        return found;
    }
}
