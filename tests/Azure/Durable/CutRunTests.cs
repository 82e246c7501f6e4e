using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Azure.Moderation;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Azure.Tests.Hosting;
using SoraFunctions.Azure.Tests.Moderation;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Tests.Durable;

/// <summary>What is seen in a finished video is judged before anything of it is signed.</summary>
public sealed class CutRunTests : IAsyncLifetime
{
    private static readonly PictureVerdict _doubtful = new("canned", true, new Dictionary<string, double> { ["porn"] = 0.4 }, 1.5, Review: true);

    private readonly Judges _judge = new();
    private bool _approves;
    private AzureHost _host = null!;

    public async Task InitializeAsync() => _host = await AzureHost.Start(services => services
        .AddSingleton<IModerator>(_judge)
        .AddSingleton(PipelineServices.Catalog().Around(entry => entry.Name != CloseReview.Definition.Name ? entry : entry with
        {
            Run = async (provider, input, cancellation) =>
            {
                if (_approves)
                {
                    await provider.GetRequiredService<SoraDatabase>().Reviews.Where(row => row.Status == ReviewStatus.Waiting)
                        .ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, ReviewStatus.Approved), cancellation);
                }

                return await entry.Run(provider, input, cancellation);
            },
        })));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_cut_is_looked_at_once_in_its_shots_and_shown_to_the_judge_before_the_first_is_signed()
    {
        var hub = await Run();

        Assert.Equal(VideoStatus.Completed, (await Row()).Status);
        Assert.Equal(2, Named(hub, JudgeCut.Definition.Name).Count());
        Assert.Equal(["cut.instagram-reels", "cut.web"], _judge.Shown.Distinct().Order());
        Assert.True(
            hub.Ran.FindLastIndex(line => line.StartsWith(JudgeCut.Definition.Name, StringComparison.Ordinal))
            < hub.Ran.FindIndex(line => line.StartsWith(StampProvenance.Definition.Name, StringComparison.Ordinal)));
        Assert.Empty(await Audits());
    }

    [Fact]
    public async Task Cut_that_must_not_be_shown_fails_its_video_with_nothing_signed_and_a_remedy()
    {
        Worker.Safety = new PictureVerdict("canned", false, new Dictionary<string, double> { ["porn"] = 0.9, ["sexy"] = 0.1 }, 1.5);
        var hub = await Run();

        var row = await Row();
        Assert.Equal((VideoStatus.Failed, "moderation_blocked"), (row.Status, row.ErrorCode));
        Assert.Contains("it shows sexual content. Change the shot at 1.5 s", row.ErrorMessage);
        Assert.Empty(Named(hub, StampProvenance.Definition.Name));
        Assert.Empty(await _host.Use(services => services.GetRequiredService<SoraDatabase>().VideoFiles.ToListAsync()));
        Assert.All(await Audits(), entry => Assert.Equal("cut.refused", entry.Kind));
        Assert.Contains("Sexual 6 by canned/porn", (await Audits())[0].Detail);
    }

    [Fact]
    public async Task Judge_of_pictures_refuses_what_the_model_lets_pass()
    {
        _judge.Finds = [new ModerationFinding(ModerationCategory.Violence, 6, "cut.web", "content-safety/severity", "Leave it out.")];
        await Run();

        Assert.Contains("it shows violence. Leave it out.", (await Row()).ErrorMessage);
    }

    [Fact]
    public async Task Content_safety_is_asked_about_small_pictures_of_each_cut_and_what_it_finds_refuses_the_video()
    {
        var service = new FakeRest(asked => asked.Address switch
        {
            var address when address.Contains("image:analyze") => (200, """{"categoriesAnalysis":[{"category":"Violence","severity":6}]}"""),
            var address when address.Contains("shieldPrompt") => (200, """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[]}"""),
            _ => (200, """{"categoriesAnalysis":[{"category":"Violence","severity":0}]}"""),
        });
        await using var host = await AzureHost.Start(services => services.AddSingleton<IModerator>(new ContentSafetyModerator(
            new RuleModerator(),
            new ContentSafety(new FakeSafetyClient(service), new RestService(new Uri("https://safety.example"), new FixedToken("a token"), "scope", service.Options)))));
        var hub = new Hub(host);
        hub.Start("Video", Orders.VideoId, await host.Accept(Orders.Ad with { Product = null }));
        await hub.Run();

        var row = await host.Use(services => services.GetRequiredService<SoraDatabase>().Videos.AsNoTracking().SingleAsync());
        Assert.Equal((VideoStatus.Failed, "moderation_blocked"), (row.Status, row.ErrorCode));
        Assert.Contains("it shows violence", row.ErrorMessage);
        Assert.Contains(service.Questions, question => question.Address.Contains("image:analyze"));
        Assert.Empty(Named(hub, StampProvenance.Definition.Name));
    }

    [Fact]
    public async Task Doubtful_cut_waits_for_one_decision_about_all_its_channels_and_is_published_when_approved()
    {
        Worker.Safety = _doubtful;
        var hub = await Approved();

        Assert.Equal(VideoStatus.Completed, (await Row()).Status);
        var review = await _host.Use(services => services.GetRequiredService<SoraDatabase>().Reviews.AsNoTracking().SingleAsync());
        Assert.Equal(("review_0000000000000000000000000000000a-cut", 1), (review.Id, review.Needed));
        Assert.Equal(["instagram-reels", "web"], ReviewRules.SheetsOf(review).Keys.Order());
        Assert.Equal(2, Named(hub, StampProvenance.Definition.Name).Count());
    }

    [Fact]
    public async Task Doubtful_cut_that_nobody_decides_about_is_never_signed()
    {
        Worker.Safety = _doubtful;
        var hub = await Run();

        Assert.Equal("review_expired", (await Row()).ErrorCode);
        Assert.Empty(Named(hub, StampProvenance.Definition.Name));
    }

    [Fact]
    public async Task Decision_about_the_order_is_not_taken_for_one_about_the_cut()
    {
        Worker.Safety = _doubtful;
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, await _host.Accept(Orders.Ad));
        hub.Raise(Orders.VideoId, ReviewRules.Event, new ReviewSignal("review_0000000000000000000000000000000a"));
        await hub.Run();

        // It has waited until the end of its time, for nobody decided.
        Assert.Equal("review_expired", (await Row()).ErrorCode);
    }

    [Fact]
    public async Task Run_that_is_cut_off_after_any_event_publishes_an_approved_cut_once()
    {
        Worker.Safety = _doubtful;
        var whole = await Approved();
        for (var events = 1; events < whole.Events; events++)
        {
            var cut = whole.Cut(events, _host);
            await cut.Run();
            Assert.All(whole.Instances, pair => Assert.Equal(pair.Value.Status, cut.Instances[pair.Key].Status));
        }

        Assert.Equal(2, await _host.Use(services => services.GetRequiredService<SoraDatabase>().VideoFiles.CountAsync(file => file.Name == OutputNames.Video)));
        Assert.Equal(2, (await Audits()).Count(entry => entry.Kind == "cut.doubted"));
    }

    [Fact]
    public async Task While_the_judge_is_down_nothing_is_published_unless_the_deployment_says_that_a_person_may_decide()
    {
        _judge.DownFor = pictures => pictures > 0;
        await Run();
        Assert.Equal((VideoStatus.Failed, "server_error"), ((await Row()).Status, (await Row()).ErrorCode));

        await using var open = await AzureHost.Start(services => services
            .AddSingleton<IModerator>(_judge).AddSingleton(new ModerationPolicy { FailClosed = false }));
        var hub = new Hub(open);
        hub.Start("Video", Orders.VideoId, await open.Accept(Orders.Ad));
        await hub.Run();
        var review = await open.Use(services => services.GetRequiredService<SoraDatabase>().Reviews.AsNoTracking().SingleAsync());
        Assert.Contains("+judge-down", review.Policy);
        Assert.EndsWith("-cut", review.Id);
    }

    [Fact]
    public async Task Limit_that_a_tenant_tightens_judges_anew_and_refuses_what_was_doubtful()
    {
        Worker.Safety = _doubtful;
        var order = await _host.Accept(Orders.Ad);
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, order);
        await hub.Run();
        var asked = Hub.Read<Pipeline.Videos.Step<JudgeCutOrder>>(Named(hub, JudgeCut.Definition.Name).First().Split(' ', 2)[1]);

        await using var strict = await AzureHost.Start(services => services
            .AddSingleton(_host.Services.GetRequiredService<Api.Tests.Hosting.MemoryBlobs>())
            .AddSingleton(Worker)
            .AddSingleton(new ModerationPolicy { Limits = new Dictionary<string, CategoryLimit> { ["sexual"] = new(2, 2) } }));
        await Assert.ThrowsAnyAsync<Exception>(() => strict.Use(services => services.GetRequiredService<JudgeCut>().Run(asked, default)));
        Assert.Equal(ModerationOutcome.Review, (await _host.Use(services => services.GetRequiredService<JudgeCut>().Run(asked, default))).Verdict.Outcome);
    }

    private CannedWorker Worker => _host.Services.GetRequiredService<CannedWorker>();

    private static IEnumerable<string> Named(Hub hub, string activity) => hub.Ran.Where(line => line.StartsWith($"{activity} ", StringComparison.Ordinal));

    private Task<VideoRow> Row() => _host.Use(services => services.GetRequiredService<SoraDatabase>().Videos.AsNoTracking().SingleAsync());

    private Task<List<AuditRow>> Audits() => _host.Use(services =>
        services.GetRequiredService<SoraDatabase>().Audits.AsNoTracking().Where(row => row.Kind.StartsWith("cut.")).ToListAsync());

    private async Task<Hub> Run()
    {
        var hub = new Hub(_host);
        hub.Start("Video", Orders.VideoId, await _host.Accept(Orders.Ad));
        await hub.Run();
        return hub;
    }

    /// <summary>
    /// Runs with a reviewer who decides at once. Nobody tells the orchestration, so it waits its time out and finds the decision in the row: an event
    /// can be lost, a decision can't.
    /// </summary>
    private async Task<Hub> Approved()
    {
        _approves = true;
        return await Run();
    }

    /// <summary>A judge that looks at pictures.</summary>
    private sealed class Judges : IModerator
    {
        public List<string> Shown { get; } = [];

        public IReadOnlyList<ModerationFinding> Finds { get; set; } = [];

        public Func<int, bool> DownFor { get; set; } = _ => false;

        public string Policy => "judge-1";

        public Task<ModerationVerdict> Judge(IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation)
        {
            if (DownFor(pictures.Count))
            {
                throw new ModeratorDownException("The judge is away.");
            }

            Shown.AddRange(pictures.Select(picture => picture.Field));
            IReadOnlyList<ModerationFinding> found = pictures.Count > 0 ? Finds : [];
            return Task.FromResult(new ModerationVerdict(found, Policy, ModerationLimits.Default.Of(found)));
        }
    }
}
