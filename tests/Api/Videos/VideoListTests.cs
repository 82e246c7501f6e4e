using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Videos;

public sealed class VideoListTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Pages_hold_every_video_once_in_order_whatever_their_size()
    {
        var made = new List<string>();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(15),
            Prop.ForAll(
                Gen.Choose(0, 2).SelectMany(more => Gen.Choose(1, 4), (more, limit) => (more, limit))
                    .SelectMany(pair => Gen.Elements("asc", "desc"), (pair, order) => (pair.more, pair.limit, order)).ToArbitrary(),
                async (shape) =>
                {
                    for (var count = 0; count < shape.more; count++)
                    {
                        _host.Clock.Ahead += TimeSpan.FromMilliseconds(2);
                        made.Add((await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""")).Text("id")!);
                    }

                    var expected = shape.order == "asc" ? made : Enumerable.Reverse(made);
                    Assert.Equal(expected, await Walk(shape.limit, shape.order, _ => Task.CompletedTask));
                }));
    }

    [Fact]
    public async Task Walk_goes_on_when_every_video_seen_is_deleted()
    {
        for (var count = 0; count < 5; count++)
        {
            _host.Clock.Ahead += TimeSpan.FromMilliseconds(2);
            await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""");
        }

        var seen = await Walk(2, "desc", async id => (await _host.Client.DeleteAsync($"/v1/videos/{id}")).Dispose());

        Assert.Equal(5, seen.Distinct().Count());
        var empty = await _host.Client.GetJson("/v1/videos");
        Assert.Equal("list", empty.Text("object"));
        Assert.Null(empty.Text("first_id"));
        Assert.False(empty.GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task Page_of_none_tells_that_there_are_more()
    {
        await _host.Client.PostJson("/v1/videos", """{"prompt":"a red ball"}""");
        var page = await _host.Client.GetJson("/v1/videos?limit=0");
        Assert.Equal(0, page.GetProperty("data").GetArrayLength());
        Assert.True(page.GetProperty("has_more").GetBoolean());
    }

    private async Task<List<string>> Walk(int limit, string order, Func<string, Task> visit)
    {
        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await _host.Client.GetJson($"/v1/videos?limit={limit}&order={order}{(after is null ? "" : $"&after={after}")}");
            foreach (var video in page.GetProperty("data").EnumerateArray())
            {
                seen.Add(video.Text("id")!);
                await visit(video.Text("id")!);
            }

            after = page.Text("last_id");
            if (!page.GetProperty("has_more").GetBoolean())
            {
                return seen;
            }
        }
    }
}
