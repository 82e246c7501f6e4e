using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Api.Tests.Models;

public sealed class ChannelTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_channel_tells_what_it_asks_for_and_where_that_is_said()
    {
        var channels = (await _host.Client.GetJson("/v1/channels")).GetProperty("data").EnumerateArray().ToDictionary(channel => channel.Text("id")!);

        Assert.Equal(ChannelProfile.All.Select(channel => channel.Name), channels.Keys);
        var bumper = channels["youtube-bumper-6s"];
        Assert.Equal(("1920x1080", 6), (bumper.Text("size"), bumper.GetProperty("seconds").GetProperty("most").GetInt32()));
        Assert.Equal("Google Ads help: Video ad specs", bumper.GetProperty("sources").GetProperty("seconds").Text("title"));
        Assert.Equal("tiktok", channels["tiktok-ad"].GetProperty("aliases")[0].GetString());
    }
}
