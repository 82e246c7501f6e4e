using SoraFunctions.Commerce.Players;
using SoraFunctions.Peers.Tests.Hosting;

namespace SoraFunctions.Peers.Tests.Commerce;

/// <summary>Adverts as other people's players read them.</summary>
public sealed class PlayerTests
{
    [PeerFact]
    public async Task A_players_parser_finds_file_captions_clicks_and_quarters()
    {
        var said = await Script.Run("commerce/vast.mjs", ("VAST", VastDocument.Of(new VideoAd
        {
            Id = "video_1",
            Title = "Kettle <new> & ready 茶壶",
            Seconds = 10.5m,
            Files = [new(new Uri("https://cdn.example/v.mp4?a=1&b=2"), "video/mp4", 1080, 1920, 4200)],
            Events = new Uri("https://sora.example/e/abc?c=1"),
            Click = new Uri("https://sora.example/l/abc"),
            Captions = [new("en", new Uri("https://cdn.example/v.vtt"))],
        })));

        string? Of(string name) => said.GetProperty(name).GetString();
        string[] All(string name) => [.. said.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
        Assert.Equal(("4.2", "Kettle <new> & ready 茶壶", "https://cdn.example/v.mp4?a=1&b=2", "https://sora.example/l/abc"), (Of("version"), Of("title"), Of("file"), Of("click")));
        Assert.Equal(10.5, said.GetProperty("duration").GetDouble());
        Assert.Equal(["https://cdn.example/v.vtt"], All("captions"));
        Assert.Equal(["https://sora.example/e/abc?c=1&event=click"], All("clickTracking"));
        Assert.Equal(["https://sora.example/e/abc?c=1&event=impression"], All("impressions"));
        Assert.Equal(["https://sora.example/e/abc?c=1&event=error&code=[ERRORCODE]"], All("errors"));
        var events = said.GetProperty("events");
        Assert.Equal(VastDocument.Events.Order(), events.EnumerateObject().Select(one => one.Name).Order());
        Assert.Equal("https://sora.example/e/abc?c=1&event=thirdQuartile", events.GetProperty("thirdQuartile").GetString());
    }
}
