using System.Net;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Tests.Links;

public sealed class LinkTests : IAsyncLifetime
{
    private const string Code = "0123456789";
    private const string Destination = "https://shop.example/cup?utm_source=sora";
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36";
    private ApiHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start();
        await _host.Use((SoraDatabase database) =>
        {
            database.CommerceLinks.Add(new CommerceLinkRow
            {
                Code = Code, TenantId = "default", VideoId = "video_1", Destination = Destination, CreatedAt = _host.Clock.GetUtcNow(),
            });
            return database.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Visitor_is_counted_and_sent_on()
    {
        using var answer = await Visit(HttpMethod.Get, Browser);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(Destination, answer.Headers.Location?.OriginalString);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var click = Assert.Single(await Clicks());
        Assert.False(click.Bot);
        Assert.Matches("^[0-9a-f]{32}$", click.Visitor);
    }

    [Fact]
    public async Task Program_is_counted_as_one()
    {
        using var answer = await Visit(HttpMethod.Get, "Googlebot/2.1 (+http://www.google.com/bot.html)");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.True(Assert.Single(await Clicks()).Bot);
    }

    [Fact]
    public async Task Look_without_a_visit_is_not_counted()
    {
        using var answer = await Visit(HttpMethod.Head, Browser);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Empty(await Clicks());
    }

    [Fact]
    public async Task Unknown_code_is_not_found()
    {
        using var answer = await _host.NewClient(null).GetAsync("/l/nothing");
        Assert.Equal("link_not_found", (await answer.Error(HttpStatusCode.NotFound)).Text("code"));
        Assert.Empty(await Clicks());
    }

    [Fact]
    public async Task Visitor_of_one_day_is_another_the_next()
    {
        using var first = await Visit(HttpMethod.Get, Browser);
        using var again = await Visit(HttpMethod.Get, Browser);
        _host.Clock.Ahead = TimeSpan.FromDays(1);
        using var next = await Visit(HttpMethod.Get, Browser);

        var visitors = (await Clicks()).Select(click => click.Visitor).ToList();
        Assert.Equal(visitors[0], visitors[1]);
        Assert.NotEqual(visitors[1], visitors[2]);
    }

    private Task<HttpResponseMessage> Visit(HttpMethod method, string agent)
    {
        var request = new HttpRequestMessage(method, $"/l/{Code}");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return _host.NewClient(null).SendAsync(request);
    }

    private Task<List<ClickRow>> Clicks() => _host.Use((SoraDatabase database) => database.Clicks.OrderBy(click => click.Id).ToListAsync());
}
