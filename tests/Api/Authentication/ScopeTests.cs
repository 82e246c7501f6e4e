using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Authentication;

/// <summary>Keys that may do some things and not others, and their lives.</summary>
public class ScopeTests : IAsyncLifetime
{
    private const string Path = "/v1/api_keys";
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("read", "GET /v1/videos", "GET /v1/reports", "!POST /v1/videos", "!POST /v1/api_keys", "!GET /v1/webhook_endpoints")]
    [InlineData("render", "GET /v1/videos", "POST /v1/videos", "!GET /v1/revenue", "!POST /v1/api_keys", "!POST /v1/remotes")]
    [InlineData("review", "GET /v1/videos", "!POST /v1/videos", "!DELETE /v1/videos/video_1", "!GET /v1/api_keys")]
    [InlineData("campaign", "GET /v1/videos", "GET /v1/reports", "!POST /v1/ads", "!POST /v1/stripe")]
    [InlineData("admin", "GET /v1/videos", "POST /v1/videos", "GET /v1/api_keys", "GET /v1/webhook_endpoints")]
    public async Task Key_may_do_what_its_scope_says_and_nothing_else(string scope, params string[] calls)
    {
        using var client = await ClientOf($$"""{"scopes":["{{scope}}"]}""");
        foreach (var call in calls)
        {
            var (method, path) = (call.TrimStart('!').Split(' ')[0], call.Split(' ')[1]);
            using var answer = method == "POST"
                ? await client.SendJson(path, """{"prompt":"a red ball"}""")
                : await client.SendAsync(new HttpRequestMessage(HttpMethod.Parse(method), path));
            if (call.StartsWith('!'))
            {
                var error = await answer.Error(HttpStatusCode.Forbidden);
                Assert.Equal(("insufficient_scope", "permission_error"), (error.Text("code"), error.Text("type")));
                Assert.Contains($"scope {scope}", error.Text("message"));
                Assert.Contains("admin", error.Text("message"));
            }
            else
            {
                Assert.True(answer.IsSuccessStatusCode, $"{call}: {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    [Fact]
    public async Task Document_says_which_scopes_each_route_takes()
    {
        var paths = (await _host.Client.GetJson("/openapi.json")).GetProperty("paths");
        Assert.Equal(
            ["read", "render", "campaign", "review", "admin"],
            Alternatives(paths.GetProperty("/v1/videos/{video_id}").GetProperty("get")));
        Assert.Equal(["render", "admin"], Alternatives(paths.GetProperty("/v1/ads").GetProperty("post")));
        Assert.Equal(["admin"], Alternatives(paths.GetProperty("/v1/api_keys").GetProperty("get")));
    }

    [Fact]
    public async Task Key_is_shown_once_by_its_value_and_then_by_its_ends()
    {
        var made = await _host.Client.PostJson(Path, """{"scopes":["render","read"],"name":"CI","member":"ana@agency.example"}""", "once");
        var value = made.Text("value")!;
        Assert.Matches("^sk-sora-[A-Za-z0-9_-]{43}$", value);
        Assert.Equal($"{value[..12]}…{value[^4..]}", made.Text("redacted_value"));
        Assert.Equal(["read", "render"], made.GetProperty("scopes").EnumerateArray().Select(word => word.GetString()));

        var again = await _host.Client.PostJson(Path, """{"scopes":["render","read"],"name":"CI","member":"ana@agency.example"}""", "once");
        Assert.Equal(made.Text("id"), again.Text("id"));
        Assert.False(again.TryGetProperty("value", out _));
        Assert.DoesNotContain(value, await _host.Client.GetStringAsync(Path) + await _host.Client.GetStringAsync($"{Path}/{made.Text("id")}"), StringComparison.Ordinal);
        var kept = await _host.Use(async (SoraDatabase database) => string.Join('\n', await database.Idempotency.Select(row => row.Body).ToListAsync()));
        Assert.DoesNotContain(value, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotated_key_works_beside_the_new_one_until_the_overlap_ends()
    {
        var old = await _host.Client.PostJson(Path, """{"scopes":["render"],"name":"shop"}""");
        var fresh = await _host.Client.PostJson($"{Path}/{old.Text("id")}/rotate", """{"overlap_hours":2}""");
        using var before = _host.NewClient(old.Text("value"));
        using var after = _host.NewClient(fresh.Text("value"));

        Assert.Equal(("shop", fresh.Text("id")), (fresh.Text("name"), (await _host.Client.GetJson($"{Path}/{old.Text("id")}")).Text("replaced_by")));
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync("/v1/videos")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/v1/videos")).StatusCode);
        using var twice = await _host.Client.SendJson($"{Path}/{old.Text("id")}/rotate", "{}");
        Assert.Equal("api_key_ended", (await twice.Error(HttpStatusCode.Conflict)).Text("code"));

        _host.Clock.Ahead = TimeSpan.FromHours(2);
        await (await before.GetAsync("/v1/videos")).Error(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/v1/videos")).StatusCode);
    }

    [Fact]
    public async Task Revocation_holds_from_the_next_call_on_and_expiry_from_its_second()
    {
        var ends = _host.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        var made = await _host.Client.PostJson(Path, $$"""{"scopes":["read"],"expires_at":{{ends}}}""");
        var other = await _host.Client.PostJson(Path, """{"scopes":["read"]}""");
        using var expiring = _host.NewClient(made.Text("value"));
        using var revoked = _host.NewClient(other.Text("value"));
        Assert.Equal(HttpStatusCode.OK, (await revoked.GetAsync("/v1/videos")).StatusCode);

        using var gone = await _host.Client.DeleteAsync($"{Path}/{other.Text("id")}");
        Assert.Equal(HttpStatusCode.OK, gone.StatusCode);
        Assert.Equal("invalid_api_key", (await (await revoked.GetAsync("/v1/videos")).Error(HttpStatusCode.Unauthorized)).Text("code"));

        Assert.Equal(HttpStatusCode.OK, (await expiring.GetAsync("/v1/videos")).StatusCode);
        _host.Clock.Ahead = TimeSpan.FromHours(1.001);
        Assert.Equal("expired_api_key", (await (await expiring.GetAsync("/v1/videos")).Error(HttpStatusCode.Unauthorized)).Text("code"));
    }

    [Fact]
    public async Task Last_key_that_can_make_others_stays()
    {
        var only = (await _host.Client.GetJson(Path)).GetProperty("data")[0].Text("id");
        using var refused = await _host.Client.DeleteAsync($"{Path}/{only}");
        Assert.Equal("last_admin_key", (await refused.Error(HttpStatusCode.Conflict)).Text("code"));

        await _host.Client.PostJson(Path, """{"scopes":["admin"]}""");
        using var taken = await _host.Client.DeleteAsync($"{Path}/{only}");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task Last_use_is_known_to_within_minutes_and_costs_no_write_a_call()
    {
        using var client = await ClientOf("""{"scopes":["read"],"name":"watched"}""");
        Assert.Null(await Used());
        await client.GetAsync("/v1/videos");
        var first = await Used();
        Assert.NotNull(first);

        _host.Clock.Ahead = TimeSpan.FromMinutes(3);
        await client.GetAsync("/v1/videos");
        Assert.Equal(first, await Used());

        _host.Clock.Ahead = TimeSpan.FromMinutes(6);
        await client.GetAsync("/v1/videos");
        Assert.True(await Used() > first);
    }

    [Fact]
    public async Task Key_from_before_there_were_scopes_may_do_everything()
    {
        await _host.Use((SoraDatabase database) => database.ApiKeys.ExecuteUpdateAsync(
            rows => rows.SetProperty(row => row.Scopes, (string?)null).SetProperty(row => row.Prefix, (string?)null)));
        Assert.Equal("admin", (await _host.Client.GetJson(Path)).GetProperty("data")[0].GetProperty("scopes")[0].GetString());
    }

    [Theory]
    [InlineData("""{"scopes":[]}""", "scopes")]
    [InlineData("""{"scopes":["read","all"]}""", "scopes[1]")]
    [InlineData("""{"scopes":["read"],"expires_at":1}""", "expires_at")]
    [InlineData("""{"scopes":["read"],"name":" "}""", "name")]
    [InlineData("""{"scopes":["read"],"requests_per_minute":0}""", "requests_per_minute")]
    [InlineData("""{"name":"x"}""", "scopes")]
    public async Task Wrong_terms_are_refused_by_the_name_of_their_field(string body, string field)
    {
        using var answer = await _host.Client.SendJson(Path, body);
        Assert.Equal(field, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    private async Task<HttpClient> ClientOf(string terms) => _host.NewClient((await _host.Client.PostJson(Path, terms)).Text("value"));

    private Task<DateTimeOffset?> Used() => _host.Use((SoraDatabase database) =>
        database.ApiKeys.Where(row => row.Name == "watched").Select(row => row.LastUsedAt).SingleAsync());

    private static IEnumerable<string?> Alternatives(JsonElement operation) =>
        operation.GetProperty("security").EnumerateArray().Select(one => one.GetProperty("key")[0].GetString());
}
