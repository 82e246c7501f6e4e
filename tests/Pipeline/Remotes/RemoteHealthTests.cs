using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Remotes.Calls;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Tests.Doubles;

namespace SoraFunctions.Pipeline.Tests.Remotes;

public sealed class RemoteHealthTests : IDisposable
{
    private readonly FileDatabase _tables = new();
    private readonly OutboundHttp _http = new(new OutboundOptions { AllowLocalNetwork = true });
    private readonly SetClock _clock = new();
    private readonly RemoteAnswers _answers = new();

    public void Dispose()
    {
        _http.Dispose();
        _tables.Dispose();
    }

    [Fact]
    public async Task A_remote_is_asked_with_its_key_and_what_it_says_holds_for_a_minute()
    {
        await using var peer = (await RemotePeer.Start()).On("GET /v1/videos", 200, """{"data":[]}""").On("GET /v1/videos", 503, "{}");

        Assert.Empty(await Ill(peer.Url));
        Assert.Empty(await Ill(peer.Url));
        var (_, headers, _, _) = Assert.Single(peer.Heard);
        Assert.Equal("Bearer sk-very-secret-key-0001", headers.Authorization.ToString());

        _clock.Now += TimeSpan.FromSeconds(61);
        Assert.Contains("status 503", (await Ill(peer.Url))["remote"]);
        Assert.Contains("status 503", (await Ill(peer.Url))["remote"]);
        Assert.Equal(2, peer.Heard.Count);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(404, true)]
    [InlineData(405, true)]
    [InlineData(401, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    public async Task A_server_that_knows_no_lists_is_there_and_one_that_refuses_the_key_takes_no_orders(int status, bool isWell)
    {
        await using var peer = (await RemotePeer.Start()).On("GET /v1/videos", status, "{}");
        Assert.Equal(isWell, (await Ill(peer.Url)).Count == 0);
    }

    [Fact]
    public async Task A_remote_that_does_not_answer_is_not_waited_for()
    {
        await using var peer = (await RemotePeer.Start()).On("GET /v1/videos", http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        Assert.Contains("no answer in time", (await Ill(peer.Url, TimeSpan.FromMilliseconds(100)))["remote"]);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_so() => Assert.Contains("out of reach", (await Ill("http://127.0.0.1:1/v1"))["remote"]);

    private async Task<IReadOnlyDictionary<string, string>> Ill(string url, TimeSpan? patience = null)
    {
        var server = new RemoteServer("remote", new Uri(url), new RemoteTerms(), Shared: true, "0001");
        var options = new RemoteOptions(new Dictionary<string, (RemoteServer, string)> { ["remote"] = (server, "sk-very-secret-key-0001") }, null);
        await using var database = _tables.Open();
        using var lines = new RemoteLines(_http, new RemoteRetry { ProbeTimeout = patience ?? TimeSpan.FromSeconds(20) });
        return await new RemoteHealth(new RemoteDirectory(database, options), lines, _answers, _clock).Ill("default", default);
    }
}
