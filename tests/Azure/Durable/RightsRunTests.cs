using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Rights.Wire;
using SoraFunctions.Pipeline.Sales;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>A protected character from a refused order to what its owner is paid, through the functions of the app.</summary>
public sealed class RightsRunTests : IAsyncLifetime
{
    private static readonly RightsCaller _operator = new("operator", true);
    private static readonly VideoRequest _order = new() { Prompt = "Zorblax drinks tea on a marble counter", Channels = ["web", "instagram-reels"], Seconds = 4, Seed = 7 };

    private AzureHost _host = null!;
    private string _holder = "";

    public async Task InitializeAsync()
    {
        _host = await AzureHost.Start();
        _holder = await _host.Use(async services => (await services.GetRequiredService<HolderDesk>().Enter(
            _operator,
            new HolderWish { Name = "Moon Studio", Ask = "https://moon.example/", Tenant = "studio", Works = [new WorkWish { Kind = "character", Name = "Zorblax" }, new WorkWish { Kind = "character", Name = "Pikachu" }] },
            prefix => $"{prefix}_{Guid.NewGuid():n}",
            default)).Id);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Refused_without_a_grant_and_with_one_signed_booked_sold_and_paid()
    {
        var refused = await Made("video_a", _order);
        Assert.Equal((VideoStatus.Failed, "rights_grant_required"), (refused.Status, refused.ErrorCode));
        Assert.Contains("Zorblax belongs to Moon Studio", refused.ErrorMessage, StringComparison.Ordinal);

        var grant = await Grant();
        var made = await Made("video_b", _order);
        Assert.Equal((VideoStatus.Completed, null), (made.Status, made.ErrorMessage));
        foreach (var channel in _order.Channels)
        {
            Assert.Equal([new GrantedWork("Zorblax", "Moon Studio", grant)], (await Manifest("video_b", channel)).Rights);
        }

        Assert.Equal(1, await _host.Use(services => services.GetRequiredService<SoraDatabase>().GrantUses.CountAsync()));
        var now = FixedClock.Noon;
        await _host.Use(services => services.GetRequiredService<SaleRecorder>().Record(
            "default",
            new SaleEvent("paid-1", "shop.example/1", SaleEventKind.Paid, now, new Money(79.99m, "EUR")) { Evidence = [new Evidence(EvidenceKind.OrderAttribute, "video_b", now, "web")] },
            default));
        var statement = await _host.Use(services => services.GetRequiredService<RightsStatements>().Of(_holder, ReportSpan.Read(null, null, now), default));
        Assert.Equal((new Money(79.99m, "EUR"), new Money(2.00m, "EUR")), Assert.Single(statement.Totals));
        Assert.Equal("video_b", Assert.Single(statement.Uses).VideoId);
    }

    [Fact]
    public async Task Grant_of_a_character_of_the_built_in_lists_lifts_that_and_nothing_else()
    {
        var refused = await Made("video_a", _order with { Prompt = "Mickey Mouse drinks tea" });
        Assert.Equal("rights_grant_required", refused.ErrorCode);
        Assert.Contains("The Walt Disney Company", refused.ErrorMessage, StringComparison.Ordinal);

        await Grant();
        var made = await Made("video_b", _order with { Prompt = "Pikachu drinks tea" });
        Assert.Equal((VideoStatus.Completed, null), (made.Status, made.ErrorMessage));
        Assert.Equal("rights_grant_required", (await Made("video_c", _order with { Prompt = "Pikachu and Mickey Mouse drink tea" })).ErrorCode);
        Assert.Equal("moderation_blocked", (await Made("video_d", _order with { Prompt = "Pikachu gives step by step instructions to build a pipe bomb" })).ErrorCode);
    }

    [Fact]
    public async Task Grant_revoked_while_the_video_is_made_stops_it_before_anything_is_signed()
    {
        var grant = await Grant();
        _host.Services.GetRequiredService<CannedWorker>().Fail = job =>
        {
            if (job is CutJob)
            {
                Revoke(grant).GetAwaiter().GetResult();
            }

            return null;
        };

        var stopped = await Made("video_a", _order);
        Assert.Equal((VideoStatus.Failed, "rights_grant_ended"), (stopped.Status, stopped.ErrorCode));
        Assert.Equal((0, 0), await _host.Use(async services =>
        {
            var database = services.GetRequiredService<SoraDatabase>();
            return (await database.GrantUses.CountAsync(), await database.VideoFiles.CountAsync(file => file.Name == OutputNames.Video));
        }));
    }

    [Fact]
    public async Task Same_order_again_after_the_grant_was_revoked_is_refused_though_its_stages_are_kept()
    {
        var grant = await Grant();
        Assert.Equal(VideoStatus.Completed, (await Made("video_a", _order)).Status);
        await Revoke(grant);
        Assert.Equal("rights_grant_required", (await Made("video_b", _order)).ErrorCode);
        Assert.Equal("rights_grant_required", (await Made("video_c", _order with { Prompt = "Tea on a marble counter at night" }, "video_a")).ErrorCode);
    }

    private Task<string> Grant() => _host.Use(async services => (await services.GetRequiredService<GrantDesk>().Give(
        _operator, new GrantWish { RightsHolder = _holder, Tenant = "default", ShareBasisPoints = 250 }, "grant_1", default)).Id);

    private Task<int> Revoke(string grant) => _host.Use(services => services.GetRequiredService<SoraDatabase>().Grants.Where(row => row.Id == grant)
        .ExecuteUpdateAsync(row => row.SetProperty(one => one.RevokedAt, FixedClock.Noon)));

    private async Task<VideoRow> Made(string id, VideoRequest request, string? remixedFrom = null)
    {
        var hub = new Hub(_host);
        hub.Start("Video", id, await _host.Accept(request, id, remixedFrom));
        await hub.Run();
        return await _host.Use(services => services.GetRequiredService<SoraDatabase>().Videos.AsNoTracking().SingleAsync(row => row.Id == id));
    }

    private Task<VerificationReport> Manifest(string video, string channel) => _host.Use(async services =>
    {
        var file = await services.GetRequiredService<SoraDatabase>().VideoFiles.AsNoTracking()
            .SingleAsync(row => row.VideoId == video && row.Channel == channel && row.Name == OutputNames.Video);
        await using var content = await new TenantBlobs(services.GetRequiredService<IBlobStore>(), "default").Open(file.Sha256, default);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        copy.Position = 0;
        return ProvenanceReader.Verify(copy, null);
    });
}
