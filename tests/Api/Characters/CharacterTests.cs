using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Characters;

public sealed class CharacterTests : IAsyncLifetime
{
    private static readonly LikenessFacts _thing = new(1.5, 200, 300, false, [], 0);
    private static readonly LikenessFacts _person = _thing with { Faces = 1, CutOut = true };
    private static readonly byte[] _clip = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0];

    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Character_is_kept_shown_listed_and_named_by_an_order()
    {
        var made = await Make(_thing, ("name", "Rusty"));

        var id = made.Text("id")!;
        Assert.StartsWith("char_", id);
        Assert.Equal(("Rusty", false), (made.Text("name"), made.GetProperty("person").GetBoolean()));
        Assert.Equal(id, (await _host.Client.GetJson($"/v1/videos/characters/{id}")).Text("id"));
        Assert.Equal(id, Assert.Single((await _host.Client.GetJson("/v1/videos/characters")).GetProperty("data").EnumerateArray()).Text("id"));
        var video = await _host.Client.PostJson("/v1/videos", $$"""{"prompt":"Rusty on the beach","characters":[{"id":"{{id}}"}]}""");
        var order = (VideoOrder)_host.Orchestrations.Started[video.Text("id")!]!;
        var request = await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
        var cast = Assert.Single(request.Characters!);
        Assert.Equal((id, "Rusty", 200, 300, false), (cast.Id, cast.Name, cast.Picture.Width, cast.Picture.Height, cast.Person));
        await using var picture = await _host.Blobs.Open(cast.Picture.Blob.Path, default);
        Assert.NotNull(picture);
    }

    [Theory]
    [InlineData(1, null, null, "consent", "consent_required")]
    [InlineData(0, "true", null, "consent", "consent_required")]
    [InlineData(1, "false", null, "consent", "consent_required")]
    [InlineData(null, null, null, "person", "missing_required_parameter")]
    [InlineData(0, null, " ", "consent", "invalid_value")]
    public async Task Person_is_kept_only_with_consent_and_is_not_overlooked(int? faces, string? person, string? consent, string param, string code)
    {
        using var answer = await Send(_thing with { Faces = faces }, [("name", "Ann"), .. Field("person", person), .. Field("consent", consent)]);

        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal((param, code), (error.Text("param"), error.Text("code")));
        Assert.Empty((await _host.Client.GetJson("/v1/videos/characters")).GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task Person_with_consent_is_kept_as_such()
    {
        var made = await Make(_person, ("name", "Ann"), ("consent", "Ann Example, 2026-11-20, contract 17"));
        Assert.True(made.GetProperty("person").GetBoolean());
    }

    [Fact]
    public async Task Clip_that_cannot_be_read_name_that_may_not_be_shown_and_worker_out_of_reach_are_told_apart()
    {
        using (var unreadable = await Send(null, [("name", "Rusty")]))
        {
            Assert.Equal("invalid_video", (await unreadable.Error(HttpStatusCode.BadRequest)).Text("code"));
        }

        using (var refused = await Send(_thing, [("name", "Mickey Mouse")]))
        {
            Assert.Equal("moderation_blocked", (await refused.Error(HttpStatusCode.BadRequest)).Text("code"));
        }

        _host.Worker.Down = true;
        using var down = await Send(_thing, [("name", "Rusty")]);
        Assert.Equal("worker_unavailable", (await down.Error(HttpStatusCode.ServiceUnavailable)).Text("code"));
    }

    [Fact]
    public async Task Order_must_name_its_characters_and_name_each_once()
    {
        var id = (await Make(_thing, ("name", "Rust"))).Text("id");
        foreach (var json in new[]
        {
            $$"""{"prompt":"Rusty on the beach","characters":[{"id":"{{id}}"}]}""",
            $$"""{"prompt":"Rust on the beach","characters":[{"id":"{{id}}"},{"id":"{{id}}"}]}""",
        })
        {
            using var answer = await _host.Client.SendJson("/v1/videos", json);
            Assert.StartsWith("characters[", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
        }
    }

    [Fact]
    public async Task Character_of_another_tenant_does_not_exist_and_a_deleted_one_neither()
    {
        var id = (await Make(_thing, ("name", "Rusty"))).Text("id");
        using var stranger = await _host.OtherTenant("stranger");
        var order = $$"""{"prompt":"Rusty on the beach","characters":[{"id":"{{id}}"}]}""";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/v1/videos/characters/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"/v1/videos/characters/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.SendJson("/v1/videos", order)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.Client.DeleteAsync($"/v1/videos/characters/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Client.GetAsync($"/v1/videos/characters/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.Client.SendJson("/v1/videos", order)).StatusCode);
    }

    private static (string, string)[] Field(string name, string? value) => value is null ? [] : [(name, value)];

    private async Task<JsonElement> Make(LikenessFacts found, params (string, string)[] fields)
    {
        using var answer = await Send(found, fields);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<HttpResponseMessage> Send(LikenessFacts? found, (string Name, string Value)[] fields)
    {
        _host.Worker.Likeness = found;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(_clip), "video", "clip.mp4" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await _host.Client.PostAsync("/v1/videos/characters", form);
    }
}
