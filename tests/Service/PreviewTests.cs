using System.Net;
using System.Text.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>Pictures of a clip in the making are looked at before they are shown.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Preview_that_passes_is_shown_and_looked_at_once()
    {
        var looks = 0;
        await using var desk = Painting("harmless", (_, _) =>
        {
            looks++;
            return Task.FromResult<string?>(null);
        });
        await using var host = await Begun(desk);
        using var http = host.Client();

        Assert.Equal("harmless", await http.GetStringAsync("/renders/k/preview"));
        Assert.Equal("harmless", await http.GetStringAsync("/renders/k/preview"));
        Assert.Equal(1, looks);
    }

    [Fact]
    public async Task Preview_that_may_not_be_shown_is_withheld_with_the_reason()
    {
        await using var desk = Painting("naked", (picture, _) => Task.FromResult<string?>($"{picture.Length} bytes of nakedness"));
        await using var host = await Begun(desk);
        using var http = host.Client();

        using var answer = await http.GetAsync("/renders/k/preview");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var error = body.RootElement.GetProperty("error");
        Assert.Equal("preview_withheld", error.GetProperty("code").GetString());
        Assert.Equal("the preview of the job 'k' may not be shown: 5 bytes of nakedness", error.GetProperty("message").GetString());
    }

    private static DeskUnderTest Painting(string picture, PreviewJudge judge)
    {
        var desk = new DeskUnderTest(previews: judge);
        desk.Engine.Place = folder => File.WriteAllTextAsync(Path.Combine(folder, OutputNames.Preview), picture);
        desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);
        return desk;
    }

    private static async Task<HttpHost> Begun(DeskUnderTest desk)
    {
        var host = await HttpHost.Start(desk.Desk, new DeskHttp());
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        await desk.Engine.Begun;
        return host;
    }
}
