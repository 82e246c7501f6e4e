using System.Net;
using System.Net.Http.Json;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Labels;

public sealed class LabelTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Rules_of_markets_and_platforms_are_listed_with_their_sources()
    {
        var table = await _host.Client.GetJson("/v1/labels");

        Assert.Equal(["cn", "eu", "us-ny"], table.GetProperty("markets").EnumerateArray().Select(market => market.Text("name")));
        Assert.Contains("GB 45438-2025", table.GetProperty("sources").GetProperty("gb-45438").Text("title"));
    }

    [Fact]
    public async Task A_clean_copy_can_be_ordered_once_the_duty_is_accepted_and_where_the_law_allows_it()
    {
        using var early = await _host.Client.PostAsJsonAsync("/v1/ads", new { prompt = "a red ball", markets = (string[])["cn"], clean_copy = true });
        var refused = await early.Error(HttpStatusCode.BadRequest);
        var duty = await _host.Client.PostJson("/v1/labels/duty", """{"accepted_by":"A. Person"}""");
        using var everywhere = await _host.Client.PostAsJsonAsync("/v1/ads", new { prompt = "a red ball", clean_copy = true });
        using var nowhere = await _host.Client.PostAsJsonAsync("/v1/ads", new { prompt = "a red ball", markets = (string[])["atlantis"] });
        var video = await _host.Client.PostJson("/v1/ads", """{"prompt":"a red ball","markets":["cn"],"clean_copy":true}""");

        Assert.Equal(("label_duty_not_accepted", "clean_copy"), (refused.Text("code"), refused.Text("param")));
        Assert.Equal("A. Person", duty.Text("accepted_by"));
        Assert.Contains("us-ny", (await everywhere.Error(HttpStatusCode.BadRequest)).Text("message"));
        Assert.Equal("markets", (await nowhere.Error(HttpStatusCode.BadRequest)).Text("param"));
        Assert.Equal("queued", video.Text("status"));
    }
}
