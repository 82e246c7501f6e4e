using Microsoft.EntityFrameworkCore;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using CommerceKind = SoraFunctions.Commerce.Links.LinkKind;

namespace SoraFunctions.Pipeline.Tests.Links;

public sealed class LinkStageTests : IDisposable
{
    private const string Tenant = "shop";
    private const string Video = "video_1";
    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();

    public LinkStageTests() => _tables.Add(FileDatabase.Row(Video, VideoStatus.Queued, DateTimeOffset.UnixEpoch));

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Each_channel_has_a_link_of_its_own_that_leads_where_it_is_meant_to()
    {
        var request = new VideoRequest
        {
            Channels = ["web", "tiktok", "youtube-shorts"],
            Link = new LinkWish("https://shop.example/kettle", "spring")
            {
                Discount = "SAVE10",
                Targets =
                [
                    new LinkTarget("https://shop.example/cart/41:1", CommerceKind.Cart) { Channels = ["tiktok-ad"] },
                    new LinkTarget("https://ucp.example/checkout/kettle:1", CommerceKind.Permalink) { Channels = ["youtube-shorts"] },
                    new LinkTarget("https://shop.example/de/kettle", CommerceKind.Page) { Languages = ["de"] },
                ],
            },
        };

        var (first, again) = (await Prepare(request), await Prepare(request));
        Assert.Equal(first, again);
        await using var database = _tables.Open();
        var links = await database.CommerceLinks.ToDictionaryAsync(link => link.Channel!);
        Assert.Equal(3, links.Count);
        Assert.Equal(first.Code, links["web"].Code);
        Assert.Equal("https://shop.example/kettle?utm_source=web&utm_medium=video&utm_campaign=spring&utm_content=video_1", links["web"].Destination);
        Assert.Equal(
            "https://shop.example/cart/41:1?utm_source=tiktok&utm_medium=video&utm_campaign=spring&utm_content=video_1&attributes%5Bvideo%5D=video_1&attributes%5Bchannel%5D=tiktok&discount=SAVE10",
            links["tiktok"].Destination);
        Assert.Equal(
            "https://ucp.example/checkout/kettle:1?attribution/utm_source=youtube-shorts&attribution/utm_medium=video&attribution/utm_campaign=spring&attribution/utm_content=video_1&discounts/codes/0=SAVE10",
            links["youtube-shorts"].Destination);
        Assert.StartsWith("https://shop.example/de/kettle?utm_source=web", Destinations.For(links["web"], null, ["de-AT"]));
        Assert.Equal(links["web"].Destination, Destinations.For(links["web"], "DE", ["en"]));
        Assert.Equal($"https://sora.example/l/{links["tiktok"].Code}", await new RenditionLinks(database, Address).Of(Tenant, Video, "tiktok", default));
        Assert.Null(await new RenditionLinks(database, Address).Of("other", Video, "tiktok", default));
    }

    [Fact]
    public void Hotspots_follow_the_product_through_the_shots_and_leave_out_where_it_is_not()
    {
        var track = ProductHotspots.TrackOf(
            Order(["kettle"], ["ball", "kettle"], ["kettle"]),
            [Log(new ScreenBox(0, 0.1, 0.2, 0.4, 0.6), new ScreenBox(0.5, 0.2, 0.2, 0.5, 0.6)), Log(new ScreenBox(0, 0.5, 0.5, 0.7, 0.7)), Log(new ScreenBox(0, -0.2, 0.3, 0.3, 1.4))],
            new Uri("https://sora.example/l/x"))!;

        Assert.Equal(
            ["00:00:00.000 --> 00:00:00.500", "00:00:00.500 --> 00:00:01.000", "00:00:02.000 --> 00:00:03.000"],
            track.Split('\n').Where(line => line.Contains("-->")));
        Assert.Contains("percent:10,20,30,40", track);
        Assert.Contains("percent:0,30,30,70", track);
    }

    [Fact]
    public void Hotspots_end_where_the_end_card_begins()
    {
        var order = Order(["kettle"]);
        order = order with { Storyboard = order.Storyboard with { EndCard = new EndCard { Title = "Kettle", Seconds = 0.5m } } };
        var track = ProductHotspots.TrackOf(order, [Log(new ScreenBox(0, 0.1, 0.2, 0.4, 0.6), new ScreenBox(0.8, 0.5, 0.5, 0.9, 0.9))], new Uri("https://sora.example/l/x"))!;
        Assert.Equal(["00:00:00.000 --> 00:00:00.500"], track.Split('\n').Where(line => line.Contains("-->")));
    }

    [Fact]
    public void There_is_no_track_without_a_product_or_a_log_of_it()
    {
        Assert.Null(ProductHotspots.TrackOf(Order(["ball"]), [Log(new ScreenBox(0, 0, 0, 1, 1))], new Uri("https://sora.example/l/x")));
        Assert.Null(ProductHotspots.TrackOf(Order(["kettle"]), [Log()], new Uri("https://sora.example/l/x")));
    }

    private static PublicAddress Address => new("https://sora.example");

    private async Task<PreparedLink> Prepare(VideoRequest request)
    {
        var stored = await new TenantBlobs(_blobs, Tenant).PutJson(request, PipelineJson.Default.VideoRequest, default);
        await using var database = _tables.Open();
        return await new PrepareLink(database, _blobs, Address, Payments.NoPayments.Of(database), new SetClock()).Run(new Step<LinkOrder>(Tenant, Video, new LinkOrder(stored)), default);
    }

    private static ClipLog Log(params ScreenBox[] boxes) => new() { SubjectBoxes = boxes };

    private static CutOrder Order(params string[][] shots) => new()
    {
        Storyboard = new Storyboard
        {
            Title = "Kettle",
            Cast = [new Subject { Id = "ball", Name = "Ball", Form = Form.Ball }, new Subject { Id = "kettle", Name = "Kettle", Form = Form.Box, Picture = new string('a', 64) }],
            Shots = [.. shots.Select((subjects, index) => new Shot { Id = $"s{index}", Seconds = 1, Subjects = subjects })],
        },
        Clips = [],
        Format = new FrameFormat(320, 180, 30),
        SafeZone = new SafeZone(0, 0, 0, 0),
        Seed = 1,
    };
}
