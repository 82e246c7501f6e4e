using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Reviews;

/// <summary>People decide about videos, by their keys.</summary>
public class ReviewTests : IAsyncLifetime
{
    private const string Board = """{"title":"Hat","cast":[{"id":"hat","name":"hat","form":"ball"}],"shots":[{"id":"one","seconds":2,"subjects":["hat"]}]}""";
    private static readonly ModerationFinding _figure = new(ModerationCategory.PublicFigure, 4, "prompt", "public-figures-1", "Describe a nameless person.");
    private static readonly ModerationFinding _knife = new(ModerationCategory.Violence, 2, "prompt", "violence-1", "Leave it out.");
    private ApiHost _host = null!;
    private HttpClient _ana = null!;
    private HttpClient _ben = null!;

    public async Task InitializeAsync()
    {
        _host = await ApiHost.Start();
        _ana = await Reviewer("ana");
        _ben = await Reviewer("ben");
    }

    public async Task DisposeAsync()
    {
        _ana.Dispose();
        _ben.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Held_video_says_so_and_a_named_person_takes_two_people()
    {
        var (video, review) = await Held(_figure);
        var said = (await _host.Client.GetJson($"/v1/videos/{video}")).GetProperty("warnings")[0].GetString()!;
        Assert.Contains(review, said);
        Assert.Contains("2 reviewers", said);

        var shown = await _ana.GetJson($"/v1/reviews/{review}");
        Assert.Equal(("waiting", "public-figure", "Hat"), (shown.Text("status"), shown.GetProperty("reasons")[0].Text("category"), shown.GetProperty("storyboard").Text("title")));

        Assert.Equal("waiting", (await _ana.PostJson($"/v1/reviews/{review}/approve", "{}")).Text("status"));
        using var twice = await _ana.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_same_person", (await twice.Error(HttpStatusCode.Conflict)).Text("code"));
        using var otherKey = await Reviewer("ana");
        using var sameMember = await otherKey.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_same_person", (await sameMember.Error(HttpStatusCode.Conflict)).Text("code"));

        var done = await _ben.PostJson($"/v1/reviews/{review}/approve", """{"note":"Licensed."}""");
        Assert.Equal(("approved", 2), (done.Text("status"), done.GetProperty("approvals").GetInt32()));
        Assert.Equal(new ReviewResult(), await Close(video, review));
        Assert.Equal(0, (await _host.Client.GetJson($"/v1/videos/{video}")).GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task What_else_there_is_to_know_of_a_video_stays_while_it_is_held_and_after()
    {
        var video = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a hat"}""")).Text("id")!;
        await _host.Use((SoraDatabase database) => database.Videos.ExecuteUpdateAsync(row => row.SetProperty(one => one.Warnings, """["The cheapest engine is world."]""")));
        var ticket = await Open(video, video, _knife);
        Assert.Equal(2, (await _host.Client.GetJson($"/v1/videos/{video}")).GetProperty("warnings").GetArrayLength());

        await _ana.PostJson($"/v1/reviews/{ticket.Id}/approve", "{}");
        await Close(video, ticket.Id);

        var left = Assert.Single((await _host.Client.GetJson($"/v1/videos/{video}")).GetProperty("warnings").EnumerateArray());
        Assert.Equal("The cheapest engine is world.", left.GetString());
    }

    [Fact]
    public async Task Same_request_is_not_asked_about_again_once_it_was_approved()
    {
        var (first, review) = await Held(_knife);
        await _ana.PostJson($"/v1/reviews/{review}/approve", "{}");

        var again = await Open(first, "video_0000000000000000000000000000000b", _knife);
        Assert.Equal(new ReviewTicket(review, IsOpen: false), again);
    }

    [Fact]
    public async Task Rejection_names_its_reason_and_an_appeal_is_decided_by_another()
    {
        var (video, review) = await Held(_knife);
        using var silent = await _ana.SendJson($"/v1/reviews/{review}/reject", "{}");
        Assert.Equal("note", (await silent.Error(HttpStatusCode.BadRequest)).Text("param"));
        await _ana.PostJson($"/v1/reviews/{review}/reject", """{"note":"The knife is not the product."}""");

        var failure = await Assert.ThrowsAsync<FinalException>(() => Close(video, review));
        Assert.Equal("review_rejected", failure.Code);
        Assert.Contains("The knife is not the product.", failure.Message);

        using var early = await _ana.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_closed", (await early.Error(HttpStatusCode.Conflict)).Text("code"));
        await _host.Client.PostJson($"/v1/reviews/{review}/appeal", """{"note":"It is a knife shop."}""");
        using var same = await _ana.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_same_person", (await same.Error(HttpStatusCode.Conflict)).Text("code"));
        Assert.Equal("approved", (await _ben.PostJson($"/v1/reviews/{review}/approve", "{}")).Text("status"));
    }

    [Fact]
    public async Task A_reviewer_may_show_no_picture_that_did_not_come_with_the_order()
    {
        var (_, review) = await Held(_knife);
        var foreign = Board.Replace("\"form\":\"ball\"", $"\"form\":\"ball\",\"picture\":\"{new string('a', 64)}\"");
        var logo = Board.Replace("\"title\":\"Hat\"", $"\"title\":\"Hat\",\"brand\":{{\"logo\":\"{new string('b', 64)}\"}}");

        using var picture = await _ana.SendJson($"/v1/reviews/{review}/approve", $$"""{"storyboard":{{foreign}}}""");
        Assert.Equal("storyboard.cast[0].picture", (await picture.Error(HttpStatusCode.BadRequest)).Text("param"));
        using var mark = await _ana.SendJson($"/v1/reviews/{review}/approve", $$"""{"storyboard":{{logo}}}""");
        Assert.Equal("storyboard.brand.logo", (await mark.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task A_tenant_says_how_long_a_video_waits_and_when_an_administrator_has_to_decide()
    {
        await _host.Client.PutJson("/v1/tenant", """{"policy":{"moderation":{"review_hours":10,"escalate_hours":4}}}""");
        var (_, review) = await Held(_knife);
        var shown = await _ana.GetJson($"/v1/reviews/{review}");
        Assert.Equal(10 * 3600, shown.GetProperty("expires_at").GetInt64() - shown.GetProperty("created_at").GetInt64());

        _host.Clock.Ahead += TimeSpan.FromHours(3);
        await Escalate();
        Assert.False((await _ana.GetJson($"/v1/reviews/{review}")).GetProperty("escalated").GetBoolean());
        _host.Clock.Ahead += TimeSpan.FromHours(1);
        await Escalate();
        await Escalate();

        Assert.True((await _ana.GetJson($"/v1/reviews/{review}")).GetProperty("escalated").GetBoolean());
        using var reviewer = await _ana.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, reviewer.StatusCode);
        Assert.Equal("approved", (await _host.Client.PostJson($"/v1/reviews/{review}/approve", "{}")).Text("status"));
        var audits = await _host.Client.GetJson("/v1/audits");
        Assert.Single(audits.GetProperty("data").EnumerateArray(), record => record.Text("kind") == "review.escalated");
        Assert.True(audits.GetProperty("intact").GetBoolean());

        Task<bool> Escalate() => _host.Use(async (SoraDatabase database, AuditLog audit) =>
        {
            await new ReviewEscalation(database, Moderation(database), audit, _host.Clock).Run(default);
            return true;
        });
    }

    [Fact]
    public async Task Reviewer_may_change_the_storyboard_and_what_was_approved_before_counts_no_more()
    {
        var (video, review) = await Held(_figure);
        await _ana.PostJson($"/v1/reviews/{review}/approve", "{}");
        var changed = await _ben.PostJson($"/v1/reviews/{review}/approve", $$"""{"storyboard":{{Board.Replace("Hat", "Cap")}}}""");
        Assert.Equal(("waiting", 1), (changed.Text("status"), changed.GetProperty("approvals").GetInt32()));
        await _ana.PostJson($"/v1/reviews/{review}/approve", "{}");

        var result = await Close(video, review);
        var request = await new TenantBlobs(_host.Blobs, "default").GetJson(result.Changed!, PipelineJson.Default.VideoRequest, default);
        Assert.Equal("Cap", request.Storyboard!.Title);

        using var bad = await _ana.SendJson($"/v1/reviews/{(await Held(_knife, "b")).Review}/approve", """{"storyboard":{"title":"","shots":[]}}""");
        Assert.StartsWith("storyboard.", (await bad.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Nobody_decides_in_time_and_the_video_ends_with_a_stable_code()
    {
        var (video, review) = await Held(_knife);
        _host.Clock.Ahead = ReviewRules.Patience;
        Assert.Equal("review_expired", (await Assert.ThrowsAsync<FinalException>(() => Close(video, review))).Code);
        Assert.Equal("expired", (await _host.Client.GetJson("/v1/reviews?status=expired")).GetProperty("data")[0].Text("status"));
        using var late = await _ana.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_closed", (await late.Error(HttpStatusCode.Conflict)).Text("code"));
    }

    [Fact]
    public async Task Escalated_review_is_an_administrators_and_a_strangers_is_unknown()
    {
        var (_, review) = await Held(_knife);
        await _ana.PostJson($"/v1/reviews/{review}/escalate", """{"note":"Ask the lawyer."}""");
        using var refused = await _ben.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("insufficient_scope", (await refused.Error(HttpStatusCode.Forbidden)).Text("code"));
        using var stranger = await _host.OtherTenant("rival");
        using var unknown = await stranger.SendJson($"/v1/reviews/{review}/approve", "{}");
        Assert.Equal("review_not_found", (await unknown.Error(HttpStatusCode.NotFound)).Text("code"));
        Assert.Equal("approved", (await _host.Client.PostJson($"/v1/reviews/{review}/approve", "{}")).Text("status"));
    }

    [Fact]
    public async Task Changed_record_of_the_audit_log_is_found_in_its_export()
    {
        var (_, review) = await Held(_figure);
        await _ana.PostJson($"/v1/reviews/{review}/approve", "{}");
        await _ben.PostJson($"/v1/reviews/{review}/reject", """{"note":"No."}""");

        var whole = await _host.Client.GetJson("/v1/audits");
        Assert.True(whole.GetProperty("intact").GetBoolean());
        Assert.Equal(["review.opened", "review.approve", "review.reject"], whole.GetProperty("data").EnumerateArray().Select(one => one.Text("kind")));

        await _host.Use((SoraDatabase database) => database.Audits.Where(row => row.Number == 2)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Detail, "nothing happened")));
        var changed = await _host.Client.GetJson("/v1/audits?after=2");
        Assert.Equal((false, 2), (changed.GetProperty("intact").GetBoolean(), changed.GetProperty("first_broken").GetInt32()));
        Assert.Single(changed.GetProperty("data").EnumerateArray());
    }

    [Fact]
    public async Task What_was_filmed_is_shown_to_reviewers_and_can_be_approved_but_not_changed()
    {
        var video = (await _host.Client.PostJson("/v1/videos", """{"prompt":"a hat"}""")).Text("id")!;
        var review = (await OpenCut(video)).Id;

        var shown = await _ana.GetJson($"/v1/reviews/{review}");
        Assert.Equal(("cut", "web"), (shown.Text("of"), shown.GetProperty("channels")[0].GetString()));
        using var frames = await _ana.GetAsync($"/v1/reviews/{review}/frames?channel=web");
        Assert.Equal(("image/jpeg", "frames"), (frames.Content.Headers.ContentType!.MediaType, await frames.Content.ReadAsStringAsync()));
        using var other = await _ana.GetAsync($"/v1/reviews/{review}/frames?channel=tiktok");
        Assert.Contains("web", (await other.Error(HttpStatusCode.BadRequest)).Text("message"));
        using var caller = await _host.NewClient((await _host.Client.PostJson("/v1/api_keys", """{"scopes":["render"]}""")).Text("value")).GetAsync($"/v1/reviews/{review}/frames");
        Assert.Equal(HttpStatusCode.Forbidden, caller.StatusCode);

        using var changed = await _ana.SendJson($"/v1/reviews/{review}/approve", $$"""{"storyboard":{{Board}}}""");
        Assert.Equal("storyboard", (await changed.Error(HttpStatusCode.BadRequest)).Text("param"));
        Assert.Equal("approved", (await _ana.PostJson($"/v1/reviews/{review}/approve", "{}")).Text("status"));
        Assert.Equal(new ReviewTicket(review, IsOpen: false), await OpenCut(video));

        var (_, brief) = await Held(_knife);
        using var none = await _ana.GetAsync($"/v1/reviews/{brief}/frames");
        Assert.Equal("review_without_frames", (await none.Error(HttpStatusCode.NotFound)).Text("code"));
        Assert.Equal("brief", (await _ana.GetJson($"/v1/reviews/{brief}")).Text("of"));
    }

    private Task<ReviewTicket> OpenCut(string video) => _host.Use(async (SoraDatabase database, AuditLog audit) =>
    {
        var row = await database.Videos.SingleAsync(one => one.Id == video);
        var request = JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!;
        var home = new TenantBlobs(_host.Blobs, "default");
        var board = await home.PutJson(JsonSerializer.Deserialize(Board, ContractJson.Default.Storyboard)!, ContractJson.Default.Storyboard, default);
        var sheet = await home.Put("frames"u8.ToArray(), "image/jpeg", default);
        return await new OpenReview(database, Moderation(database), audit, _host.Clock).Run(
            new Step<OpenReviewOrder>("default", video, new OpenReviewOrder(request, board, [_knife], "frames")
            {
                Cut = new ReviewedCut("cut.1", new Dictionary<string, BlobRef> { ["web"] = sheet }),
            }),
            default);
    });

    private async Task<HttpClient> Reviewer(string member) => _host.NewClient(
        (await _host.Client.PostJson("/v1/api_keys", $$"""{"scopes":["review"],"member":"{{member}}"}""")).Text("value"));

    private async Task<(string Video, string Review)> Held(ModerationFinding finding, string prompt = "a hat")
    {
        var video = (await _host.Client.PostJson("/v1/videos", $$"""{"prompt":"{{prompt}}"}""")).Text("id")!;
        var ticket = await Open(video, video, finding);
        Assert.True(ticket.IsOpen);
        return (video, ticket.Id);
    }

    private Task<ReviewTicket> Open(string ordered, string video, ModerationFinding finding) => _host.Use(async (SoraDatabase database, AuditLog audit) =>
    {
        var row = await database.Videos.SingleAsync(one => one.Id == ordered);
        var request = JsonSerializer.Deserialize(row.Request, PipelineJson.Default.BlobRef)!;
        var board = await new TenantBlobs(_host.Blobs, "default").PutJson(
            JsonSerializer.Deserialize(Board, ContractJson.Default.Storyboard)!, ContractJson.Default.Storyboard, default);
        return await new OpenReview(database, Moderation(database), audit, _host.Clock).Run(new Step<OpenReviewOrder>("default", video, new OpenReviewOrder(request, board, [finding], "rules")), default);
    });

    private Task<ReviewResult> Close(string video, string review) => _host.Use((SoraDatabase database, AuditLog audit) =>
        new CloseReview(database, audit, _host.Clock).Run(new Step<CloseReviewOrder>("default", video, new CloseReviewOrder(review)), default));

    private static TenantModeration Moderation(SoraDatabase database) => new(new RuleModerator(), new TenantDesk(database), ModerationPolicy.None);
}
