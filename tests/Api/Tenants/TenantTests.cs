using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Api.Tests.Tenants;

/// <summary>What a tenant sets for all its videos.</summary>
public class TenantTests : IAsyncLifetime
{
    private static readonly string _kit = $$$"""
        {"brand":{"name":"Acme","primary_colour":"#112233","logo":"{{{Pictures.DataUrl(Pictures.Png(64, 64))}}}"},"legal":"18+","voice":"female",
         "channels":["instagram-reels","web"],"language":"de","markets":["eu"],"policy":{"most_seconds":20},"retention":{"video_days":30,"input_days":7}}
        """;

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Policy_that_allows_no_engine_is_refused()
    {
        using var answer = await _host.Client.PutAsync("/v1/tenant", new StringContent("""{"policy":{"engines":[]}}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal("policy.engines", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Theory]
    [InlineData("requests_per_minute")]
    [InlineData("concurrent_requests")]
    public async Task Limit_that_no_counter_holds_is_refused_with_what_would_be_accepted(string field)
    {
        using var answer = await _host.Client.PutAsync("/v1/tenants/default/limits", new StringContent($$"""{"{{field}}":1000000000}""", System.Text.Encoding.UTF8, "application/json"));
        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal((field, $"{field} must be a number from 1 to 1,000,000."), (error.Text("param"), error.Text("message")));
    }

    [Fact]
    public async Task Settings_fill_in_what_an_order_does_not_say()
    {
        var set = await _host.Client.PutJson("/v1/tenant", _kit);
        Assert.Equal(JsonValueKind.Null, set.GetProperty("brand").GetProperty("font").ValueKind);
        Assert.Equal(("Acme", "18+", 30), (set.GetProperty("brand").Text("name"), set.Text("legal"), set.GetProperty("retention").GetProperty("video_days").GetInt32()));

        var plain = await RequestOf("""{"prompt":"a red ball"}""");
        Assert.Equal(("Acme", "#112233", 64), (plain.Brand!.Name, plain.Brand.Primary, plain.Brand.Logo!.Width));
        Assert.Equal(("18+", "de", true, "female"), (plain.Legal, plain.Language, plain.Voice, plain.VoiceWish!.Name));
        Assert.Equal(["instagram-reels", "web"], plain.Channels);
        Assert.Equal(["eu"], plain.Markets!);

        var own = await RequestOf("""{"prompt":"a red ball","brand":{"name":"Other"},"legal":"none","voice":false,"channels":["web"],"language":"en","markets":["cn"]}""");
        Assert.Equal(("Other", "none", "en", false), (own.Brand!.Name, own.Legal, own.Language, own.Voice));
        Assert.Equal(["web"], own.Channels);
        Assert.Equal(["cn"], own.Markets!);
    }

    [Fact]
    public async Task What_is_left_out_is_set_no_more_and_a_logo_can_be_kept()
    {
        await _host.Client.PutJson("/v1/tenant", _kit);
        var kept = await _host.Client.PutJson("/v1/tenant", """{"brand":{"name":"Acme","logo":"keep"}}""");
        Assert.Equal(64, kept.GetProperty("brand").Text("logo")!.Length);
        Assert.Equal(JsonValueKind.Null, kept.GetProperty("legal").ValueKind);
        var bare = await _host.Client.PutJson("/v1/tenant", "{}");
        Assert.Equal(JsonValueKind.Null, bare.GetProperty("brand").ValueKind);
    }

    [Theory]
    [InlineData("""{"brand":{"name":"A","primary_colour":"red"}}""", "brand.primary_colour")]
    [InlineData("""{"brand":{"name":"A","logo":"keep"}}""", "brand.logo")]
    [InlineData("""{"channels":["web","nowhere"]}""", "channels[1]")]
    [InlineData("""{"markets":["mars"]}""", "markets[0]")]
    [InlineData("""{"policy":{"engines":["dream"]}}""", "policy.engines[0]")]
    [InlineData("""{"policy":{"most_seconds":0}}""", "policy.most_seconds")]
    [InlineData("""{"retention":{"video_days":0}}""", "retention.video_days")]
    [InlineData("""{"spend_caps":{"per_day_usd":-1}}""", "spend_caps.per_day_usd")]
    [InlineData("""{"colour":"red"}""", "colour")]
    public async Task Wrong_setting_is_refused_by_the_name_of_its_field(string body, string field)
    {
        using var answer = await _host.Client.SendPut("/v1/tenant", body);
        Assert.Equal(field, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Policy_holds_members_to_engines_and_lengths()
    {
        await _host.Client.PutJson("/v1/tenant", """{"policy":{"most_seconds":5}}""");
        using var refused = await _host.Client.SendJson("/v1/ads", """{"prompt":"a ball","seconds":8}""");
        var error = await refused.Error(HttpStatusCode.Forbidden);
        Assert.Equal(("policy_violation", "seconds"), (error.Text("code"), error.Text("param")));
    }

    [Fact]
    public async Task Operator_makes_a_tenant_whose_first_key_works_and_others_may_not()
    {
        var made = await _host.Client.PostJson("/v1/tenants", """{"id":"acme","name":"Acme"}""");
        using var acme = _host.NewClient(made.GetProperty("api_key").Text("value"));
        Assert.Equal("acme", (await acme.GetJson("/v1/tenant")).Text("id"));
        Assert.Equal("operator_only", (await (await acme.SendJson("/v1/tenants", """{"id":"more"}""")).Error(HttpStatusCode.Forbidden)).Text("code"));
        Assert.Equal(HttpStatusCode.NotFound, (await acme.GetAsync("/v1/tenants/default")).StatusCode);
        Assert.Equal("tenant_exists", (await (await _host.Client.SendJson("/v1/tenants", """{"id":"acme"}""")).Error(HttpStatusCode.Conflict)).Text("code"));
        Assert.Equal("id", (await (await _host.Client.SendJson("/v1/tenants", """{"id":"Ac me"}""")).Error(HttpStatusCode.BadRequest)).Text("param"));
        var limited = await _host.Client.PutJson("/v1/tenants/acme/limits", """{"videos_per_day":3}""");
        Assert.Equal(3, limited.GetProperty("limits").GetProperty("videos_per_day").GetInt32());
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start(new ApiOptions { OperatorTenant = "default" });

    private async Task<VideoRequest> RequestOf(string body)
    {
        var id = (await _host.Client.PostJson("/v1/ads", body)).Text("id");
        var row = await _host.Use((SoraDatabase database) => database.Videos.AsNoTracking().SingleAsync(video => video.Id == id));
        return await new TenantBlobs(_host.Blobs, row.TenantId).GetJson(
            JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, default);
    }
}
