using System.Net;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Remotes.Servers;

namespace SoraFunctions.Api.Tests.Remotes;

public class RemoteTests : IAsyncLifetime
{
    private const string Path = "/v1/remotes";
    private const string Key = "sk-remote-0123456789abcdef";
    private const string Good = $$"""{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"{{Key}}","seconds":[],"max_seconds":30,"sizes":["1280x720"],"price_per_second_usd":0.1}""";
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start(
        """[{"url":"http://10.0.0.9/v1","key":"sk-operator-secret-key","model":"sora-2-pro","price_per_second_usd":0.3}]""");

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_remote_is_set_shown_and_deleted_and_its_key_is_never_given_back()
    {
        var made = await _host.Client.PostJson(Path, Good);
        Assert.Equal(("remote-gpu", "cdef", 30, false), (made.Text("name"), made.Text("key_hint"), made.GetProperty("max_seconds").GetInt32(), made.GetProperty("shared").GetBoolean()));
        var listed = await _host.Client.GetStringAsync(Path);
        Assert.DoesNotContain(Key, made.GetRawText() + listed, StringComparison.Ordinal);

        using var deleted = await _host.Client.DeleteAsync($"{Path}/remote-gpu");
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        using var gone = await _host.Client.GetAsync($"{Path}/remote-gpu");
        await gone.Error(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_key_is_kept_sealed_and_opens_for_its_own_row_and_address_alone()
    {
        await _host.Client.PostJson(Path, Good);
        var row = await Row();
        Assert.StartsWith("k1.", row.SealedKey, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, row.SealedKey + row.Terms, StringComparison.Ordinal);
        var ring = new KeyRing([("k1", new byte[32])]);
        Assert.Equal(Key, ring.Open(row.SealedKey, RemoteDirectory.PurposeOf(row.TenantId, row.Name, row.Url)));
        Assert.Null(ring.Open(row.SealedKey, RemoteDirectory.PurposeOf("other", row.Name, row.Url)));
    }

    [Fact]
    public async Task Terms_change_without_the_key_but_an_address_does_not()
    {
        await _host.Client.PostJson(Path, Good);
        var changed = await _host.Client.PostJson(Path, """{"name":"remote-gpu","url":"https://gpu.example.com/v1","model":"other"}""");
        Assert.Equal(("other", "cdef"), (changed.Text("model"), changed.Text("key_hint")));

        using var elsewhere = await _host.Client.SendJson(Path, """{"name":"remote-gpu","url":"https://thief.example.com/v1"}""");
        Assert.Equal("key", (await elsewhere.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task The_deployments_own_remotes_are_there_for_everyone_and_tell_little()
    {
        using var other = await _host.OtherTenant("other");
        var shared = await other.GetJson($"{Path}/remote");
        Assert.Equal(("http://10.0.0.9", "", true), (shared.Text("url"), shared.Text("key_hint"), shared.GetProperty("shared").GetBoolean()));
        using var refused = await other.DeleteAsync($"{Path}/remote");
        Assert.Equal("remote_shared", (await refused.Error(HttpStatusCode.Conflict)).Text("code"));
    }

    [Fact]
    public async Task Tenants_are_walls()
    {
        await _host.Client.PostJson(Path, Good);
        using var other = await _host.OtherTenant("other");
        using var read = await other.GetAsync($"{Path}/remote-gpu");
        await read.Error(HttpStatusCode.NotFound);
        using var deleted = await other.DeleteAsync($"{Path}/remote-gpu");
        await deleted.Error(HttpStatusCode.NotFound);
        using var order = await other.SendJson("/v1/videos", """{"prompt":"A red ball","model":"remote-gpu"}""");
        Assert.Equal("model_not_found", (await order.Error(HttpStatusCode.BadRequest)).Text("code"));
    }

    [Theory]
    [InlineData("""{"url":"http://127.0.0.1/v1","key":"k"}""", "url")]
    [InlineData("""{"url":"https://user:pw@example.com/v1","key":"k"}""", "url")]
    [InlineData("""{"url":"https://example.com/v1?x=1","key":"k"}""", "url")]
    [InlineData("""{"url":"https://example.com/v1"}""", "key")]
    [InlineData("""{"url":"https://example.com/v1","key":"two words"}""", "key")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","name":"world"}""", "name")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","name":"remote-A"}""", "name")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","seconds":[0]}""", "seconds")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","max_seconds":9}""", "max_seconds")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","sizes":["12"]}""", "sizes")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","price_per_second_usd":-1}""", "price_per_second_usd")]
    [InlineData("""{"url":"https://example.com/v1","key":"k","colour":"red"}""", "colour")]
    public async Task What_can_be_no_remote_is_refused_by_its_field(string json, string field)
    {
        using var refused = await _host.Client.SendJson(Path, json);
        Assert.Equal(field, (await refused.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task A_video_is_ordered_from_a_remote_by_its_name_at_both_doors()
    {
        await _host.Client.PostJson(Path, Good);
        Assert.Equal("remote-gpu", (await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"remote-gpu"}""")).Text("model"));
        Assert.Equal("remote", (await _host.Client.PostJson("/v1/ads", """{"prompt":"A red ball","engine":"remote"}""")).Text("model"));
        using var unknown = await _host.Client.SendJson("/v1/videos", """{"prompt":"A red ball","model":"remote-none"}""");
        Assert.Contains("remote-gpu", (await unknown.Error(HttpStatusCode.BadRequest)).Text("message"), StringComparison.Ordinal);
    }

    private Task<RemoteRow> Row() => _host.Use((SoraDatabase database) => database.Remotes.SingleAsync());

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start(string remotes) => ApiHost.Start(remotes: remotes);
}
