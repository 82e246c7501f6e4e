using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Azure.Database;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Database;

public sealed class ApiOnPostgresTests(PostgresServer server) : IClassFixture<PostgresServer>, IAsyncLifetime
{
    private NpgsqlDataSource _source = null!;
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()).Replace(";Pooling=false", ""));
        _host = await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, _source));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task Videos_are_made_listed_by_pages_and_removed()
    {
        var ids = new List<string>();
        for (var video = 0; video < 7; video++)
        {
            ids.Add(await Created($$"""{"prompt":"a red ball bounces, take {{video}}"}"""));
        }

        var listed = new List<string>();
        for (string? after = null, more = "yes"; more is not null;)
        {
            var page = await Json(await _host.Client.GetAsync($"/v1/videos?limit=3{(after is null ? "" : $"&after={after}")}"));
            listed.AddRange(page.GetProperty("data").EnumerateArray().Select(video => video.GetProperty("id").GetString()!));
            after = page.GetProperty("last_id").GetString();
            more = page.GetProperty("has_more").GetBoolean() ? "yes" : null;
        }

        Assert.Equal(ids.OrderDescending(StringComparer.Ordinal), listed);
        var ascending = await Json(await _host.Client.GetAsync($"/v1/videos?limit=3&order=asc&after={ids.Order(StringComparer.Ordinal).First()}"));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal).Skip(1).Take(3),
            ascending.GetProperty("data").EnumerateArray().Select(video => video.GetProperty("id").GetString()));

        Assert.Equal(HttpStatusCode.OK, (await _host.Client.DeleteAsync($"/v1/videos/{ids[0]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/v1/videos/{ids[0]}")).StatusCode);
    }

    [Fact]
    public async Task A_foreign_video_is_unknown()
    {
        var id = await Created("""{"prompt":"a cup of tea"}""");
        using var other = await _host.OtherTenant("other");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/v1/videos/{id}")).StatusCode);
    }

    [Fact]
    public async Task Of_requests_with_one_idempotency_key_one_makes_a_video()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos")
            {
                Content = new StringContent("""{"prompt":"once"}""", Encoding.UTF8, "application/json"),
                Headers = { { "Idempotency-Key", "the-key" } },
            };
            return (await _host.Client.SendAsync(request)).StatusCode;
        }));

        Assert.Contains(HttpStatusCode.OK, answers);
        Assert.All(answers, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        Assert.Equal(1, await _host.Use((SoraDatabase database) => database.Videos.CountAsync()));
    }

    [Theory]
    [InlineData("""{"prompt":"a \u0000 ball"}""")]
    [InlineData("""{"prompt":"a \ud800 ball"}""")]
    [InlineData("""{"prompt":"a ball","metadata":{"note":"a \u0000"}}""")]
    [InlineData("""{"prompt":"a ball 🎾 日本語 ﷽","metadata":{"note":"🎾"}}""")]
    public async Task No_text_makes_the_server_fail(string body)
    {
        using var answer = await _host.Client.PostAsync("/v1/videos", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.True((int)answer.StatusCode < 500, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Clicks_are_counted_and_numbered()
    {
        await _host.Use((SoraDatabase database) =>
        {
            database.CommerceLinks.Add(new CommerceLinkRow
            {
                Code = "0123456789", TenantId = "default", VideoId = "video_1", Destination = "https://shop.example/", CreatedAt = _host.Clock.GetUtcNow(),
            });
            return database.SaveChangesAsync();
        });

        for (var visit = 0; visit < 3; visit++)
        {
            Assert.Equal(HttpStatusCode.Found, (await _host.Client.GetAsync("/l/0123456789")).StatusCode);
        }

        await _host.VisitsWritten();
        var numbers = await _host.Use((SoraDatabase database) => database.Clicks.OrderBy(click => click.Id).Select(click => click.Id).ToListAsync());
        Assert.Equal([1, 2, 3], numbers);
    }

    [Fact]
    public async Task Progress_of_parts_that_move_at_once_is_summed_and_never_falls()
    {
        var id = await Created("""{"prompt":"many parts"}""");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(part => Task.Run(async () =>
        {
            foreach (var done in new[] { 0.5, 1, 0.25 })
            {
                await _host.Use(async (SoraDatabase database) =>
                {
                    await new StageProgress(database, new ProgressFeed(), TimeProvider.System).Show(
                        new StageNote(id, Stage.Render, $"web {part}", done), 1.0 / 8, default);
                    return true;
                });
            }
        })));

        var row = await _host.Use((SoraDatabase database) => database.Videos.AsNoTracking().SingleAsync());
        Assert.Equal(VideoStatus.InProgress, row.Status);
        Assert.Equal(82, row.Progress);
        Assert.Equal(8, await _host.Use((SoraDatabase database) => database.VideoParts.CountAsync()));
    }

    private async Task<string> Created(string body)
    {
        using var answer = await _host.Client.PostAsync("/v1/videos", new StringContent(body, Encoding.UTF8, "application/json"));
        return (await Json(answer)).GetProperty("id").GetString()!;
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
