using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Links;
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

    [Theory]
    [InlineData("CH", "fr", "https://shop.example/ch")]
    [InlineData("AT", "en-GB,en;q=0.9,de;q=0.1", "https://shop.example/")]
    [InlineData("AT", "de-AT,en;q=0.5", "https://shop.example/de")]
    [InlineData("zz", "", "https://shop.example/")]
    [InlineData("https://evil.example", "<>;;q=x", "https://shop.example/")]
    public async Task Country_and_language_choose_among_the_addresses_of_the_link(string country, string language, string expected)
    {
        await _host.Use((SoraDatabase database) =>
        {
            database.CommerceLinks.Add(new CommerceLinkRow
            {
                Code = "9876543210", TenantId = "default", VideoId = "video_1", Destination = "https://shop.example/", CreatedAt = _host.Clock.GetUtcNow(),
                Alternatives = """[{"countries":["CH"],"languages":[],"destination":"https://shop.example/ch"},{"countries":[],"languages":["de"],"destination":"https://shop.example/de"}]""",
            });
            return database.SaveChangesAsync();
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/l/9876543210?to=https://evil.example&url=//evil.example");
        request.Headers.TryAddWithoutValidation("CF-IPCountry", country);
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var answer = await _host.NewClient(null).SendAsync(request);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Expired_link_leads_nowhere_and_counts_nobody()
    {
        await _host.Use((SoraDatabase database) => database.CommerceLinks.ExecuteUpdateAsync(
            change => change.SetProperty(link => link.ExpiresAt, _host.Clock.GetUtcNow().AddHours(1))));
        using var before = await Visit(HttpMethod.Get, Browser);
        _host.Clock.Ahead = TimeSpan.FromHours(1.1);
        using var after = await Visit(HttpMethod.Get, Browser);
        Assert.Equal(HttpStatusCode.Found, before.StatusCode);
        Assert.Equal("link_expired", (await after.Error(HttpStatusCode.Gone)).Text("code"));
        Assert.Single(await Clicks());
    }

    [Fact]
    public async Task Prefetch_is_no_visit_of_a_person()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/l/{Code}");
        request.Headers.TryAddWithoutValidation("User-Agent", Browser);
        request.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch;prerender");
        using var answer = await _host.NewClient(null).SendAsync(request);
        Assert.True(Assert.Single(await Clicks()).Bot);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private Task<HttpResponseMessage> Visit(HttpMethod method, string agent)
    {
        var request = new HttpRequestMessage(method, $"/l/{Code}");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        return _host.NewClient(null).SendAsync(request);
    }

    [Fact]
    public async Task Visits_are_written_down_together_and_none_is_lost_when_the_service_stops()
    {
        var book = _host.Services.GetRequiredService<ClickBook>();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async one => (await Visit(HttpMethod.Get, $"{Browser} {one}")).Dispose()));
        await book.StopAsync(default);
        var visits = await _host.Use((SoraDatabase database) => database.Clicks.AsNoTracking().ToListAsync());
        Assert.Equal((200, 200), (visits.Count, visits.Select(visit => visit.Visitor).Distinct().Count()));
    }

    private async Task<List<ClickRow>> Clicks()
    {
        await _host.VisitsWritten();
        return await _host.Use((SoraDatabase database) => database.Clicks.OrderBy(click => click.Id).ToListAsync());
    }
}
