using System.Net;
using SoraFunctions.Commerce.Visits;

namespace SoraFunctions.Commerce.Tests;

public sealed class VisitTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 350.0.0.1.1 (iPhone15,2)")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 musical_ly_2024 BytedanceWebview/d8a21c6")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile Safari/537.36 MicroMessenger/8.0.50")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile [FBAN/FBIOS;FBAV/480.0] [Pinterest/iOS]")]
    public void Browsers_and_web_views_of_apps_are_people(string agent) => Assert.Equal(VisitKind.Person, new Visit(agent).Kind);

    [Theory]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0")]
    [InlineData("WhatsApp/2.23.20.0 A")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)")]
    public void Those_who_show_links_to_others_are_previews(string agent) => Assert.Equal(VisitKind.Preview, new Visit(agent).Kind);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.32")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0 Safari/537.36")]
    [InlineData("SomethingNew 1.0")]
    public void Programs_are_bots(string? agent) => Assert.Equal(VisitKind.Bot, new Visit(agent).Kind);

    [Theory]
    [InlineData("GET", "prefetch;prerender")]
    [InlineData("GET", "preview")]
    [InlineData("HEAD", null)]
    public void Browser_that_only_looks_ahead_is_no_click(string method, string? purpose) =>
        Assert.Equal(VisitKind.Preview, new Visit("Mozilla/5.0 (iPhone) Safari/604.1", method, purpose).Kind);

    private static readonly byte[] _salt = [.. Enumerable.Range(0, 16).Select(value => (byte)value)];
    private static readonly DateOnly _day = new(2026, 11, 22);

    [Fact]
    public void Visitor_is_the_same_all_day_and_another_tomorrow()
    {
        var today = VisitorHash.Of(_salt, _day, IPAddress.Parse("203.0.113.7"), "a");
        Assert.Equal(today, VisitorHash.Of(_salt, _day, IPAddress.Parse("::ffff:203.0.113.7"), "a"));
        Assert.NotEqual(today, VisitorHash.Of(_salt, _day.AddDays(1), IPAddress.Parse("203.0.113.7"), "a"));
        Assert.NotEqual(today, VisitorHash.Of(_salt, _day, IPAddress.Parse("203.0.113.8"), "a"));
        Assert.NotEqual(today, VisitorHash.Of(_salt, _day, IPAddress.Parse("203.0.113.7"), "b"));
        Assert.NotEqual(today, VisitorHash.Of([.. _salt.Reverse()], _day, IPAddress.Parse("203.0.113.7"), "a"));
        Assert.Matches("^[0-9a-f]{32}$", today);
    }

    [Fact]
    public void Device_that_changes_its_address_within_its_network_stays_one_visitor() => Assert.Equal(
        VisitorHash.Of(_salt, _day, IPAddress.Parse("2001:db8:1:2::1"), "a"), VisitorHash.Of(_salt, _day, IPAddress.Parse("2001:db8:1:2:ffff::9"), "a"));

    [Fact]
    public void Salt_that_could_be_guessed_is_refused() =>
        Assert.Throws<ArgumentException>(() => VisitorHash.Of(_salt.AsSpan(0, 15), _day, IPAddress.Loopback, ""));
}
