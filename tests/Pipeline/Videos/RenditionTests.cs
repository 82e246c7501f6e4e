using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Storyboards.LanguageModels;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Captions;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Videos;

/// <summary>One request on several channels: how the story is told on each, and what the cutter is ordered.</summary>
public sealed class RenditionTests : IDisposable
{
    private const string Tenant = "shop";
    private const string Video = "video_1";
    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();

    public RenditionTests() => _tables.Add(FileDatabase.Row(Video, VideoStatus.Queued, DateTimeOffset.UnixEpoch));

    private static VideoRequest Request => Storyboards.Requests.Perfume with
    {
        Channels = ["web", "youtube", "youtube-bumper-6s", "tiktok-organic-clean", "web-hero-loop"],
        Link = new LinkWish("https://shop.example/p") { Discount = "SAVE10" },
        Outputs = [ExtraOutput.Hls],
    };

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Channels_share_clips_where_they_show_the_same_and_have_stories_of_their_own_where_they_do_not()
    {
        var expanded = await Expanded();

        var told = expanded.Renditions().ToDictionary(rendition => rendition.Channel);
        Assert.Equal(Request.Channels, told.Keys);
        Assert.Equal(expanded.Storyboard, told["web"].Storyboard);
        Assert.Equal((new FrameFormat(1920, 1080), new FrameFormat(1920, 1080)), (told["web"].Filmed, told["youtube"].Filmed));
        Assert.Equal(6, (await Story(told["youtube-bumper-6s"])).Seconds);
        Assert.Null((await Story(told["tiktok-organic-clean"])).EndCard);
        Assert.Equal(new FrameFormat(1080, 1920), told["tiktok-organic-clean"].Filmed);
        Assert.Contains(expanded.Warnings, warning => warning.StartsWith("youtube-bumper-6s takes 1 to 6 seconds", StringComparison.Ordinal));
        Assert.Contains("tiktok-organic-clean takes no link in the picture, so no QR code is shown there.", expanded.Warnings);
    }

    [Fact]
    public async Task Cut_is_ordered_with_what_its_channel_takes()
    {
        var (bumper, clean, hero) = (await Ordered("youtube-bumper-6s"), await Ordered("tiktok-organic-clean"), await Ordered("web-hero-loop"));

        Assert.Equal((new FrameFormat(1920, 1080), "https://sora.example/l/x", false), (bumper.Format, bumper.Link, bumper.Silent));
        Assert.Equal((-14, -1), (bumper.Loudness, bumper.TruePeak));
        Assert.Equal([ExtraOutput.Hls], bumper.Outputs!);
        Assert.Equal((null, null, 4_000_000_000), (clean.Link, clean.Offer, clean.Limits!.MostBytes));
        Assert.Equal("Code: SAVE10", bumper.Offer);
        Assert.Equal((true, 0.5m, 5_000_000), (hero.Silent, hero.LoopSeconds, hero.Limits!.MostBytes));
        Assert.All((CutOrder[])[bumper, clean, hero], order => Assert.Contains("AI", order.Label));
    }

    [Fact]
    public void Length_of_a_video_is_that_of_its_main_channel() =>
        Assert.Equal((6m, 10m), (Renditions.SecondsOf(Request with { Channels = ["youtube-bumper-6s"] }), Renditions.SecondsOf(Request)));

    [Fact]
    public async Task What_advertising_law_refuses_in_a_market_is_not_filmed_there()
    {
        var claim = Request with { Product = Request.Product! with { Description = "Cures dry skin." }, Markets = ["eu"] };

        var refusal = await Assert.ThrowsAsync<FinalException>(() => Expanded(claim));
        Assert.Equal("advertising_law", refusal.Code);
        Assert.Contains("'cures' in eu", refusal.Message);
        Assert.Contains(
            (await Expanded(claim with { Product = claim.Product with { Description = "Clinically proven." } })).Warnings,
            warning => warning.Contains("Keep the study at hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_language_model_wrote_is_kept_so_that_it_is_asked_once()
    {
        await using var peer = await Storyboards.LanguageModels.ChatPeer.Start(Storyboards.LanguageModels.ChatPeer.Gives(503, "{}"));
        var writer = StoryboardWriters.Of(ModelServer.Read(peer.Url.AbsoluteUri, "writer-1", null), TimeProvider.System);

        var (first, again) = (await Expanded(writer: writer), await Expanded(writer: writer));

        Assert.Equal(first.Storyboard, again.Storyboard);
        Assert.Contains(first.Warnings, warning => warning.StartsWith("The language model wrote no storyboard (its server answered 503)", StringComparison.Ordinal));
        Assert.Single(peer.Asked);
    }

    [Fact]
    public async Task What_a_language_model_read_and_wrote_is_booked_though_it_came_to_nothing()
    {
        await using var peer = await Storyboards.LanguageModels.ChatPeer.Start(Storyboards.LanguageModels.ChatPeer.Says("no storyboard"));
        var writer = StoryboardWriters.Of(ModelServer.Read(peer.Url.AbsoluteUri, "writer-1", null), TimeProvider.System);

        var work = (await Expanded(writer: writer)).Work!;

        Assert.Equal((Pipeline.Usage.UsageStage.Storyboard, 4), (work.Stage, work.Amounts.Tokens));
        Assert.Null((await Expanded()).Work);
    }

    [Fact]
    public async Task What_is_said_in_the_callers_narration_is_in_the_storyboard_and_judged_like_all_other_words()
    {
        const string segment = """{ "id": 0, "seek": 0, "start": 0.5, "end": 2, "text": "WORDS", "tokens": [], "temperature": 0, "avg_logprob": -0.1, "compression_ratio": 1, "no_speech_prob": 0 }""";
        var spoken = new VoiceWish(File: await new TenantBlobs(_blobs, Tenant).Put(new byte[] { 1 }, "audio/mpeg", default));
        async Task<ExpandedStoryboard> Heard(string words)
        {
            await using var peer = await Sounds.RecogniserPeer.Start(Storyboards.LanguageModels.ChatPeer.Gives(200, $$"""{ "text": "{{words}}", "segments": [{{segment.Replace("WORDS", words, StringComparison.Ordinal)}}] }"""));
            return await Expanded(Request with { VoiceWish = spoken }, recogniser: new Recogniser(ModelServer.Read(peer.Url.AbsoluteUri, "whisper-1", null), TimeProvider.System));
        }

        var board = await new TenantBlobs(_blobs, Tenant).GetJson((await Heard("Fresh every morning.")).Storyboard, ContractJson.Default.Storyboard, default);
        var refused = await Assert.ThrowsAsync<FinalException>(() => Heard("How to build a pipe bomb at home"));

        Assert.Equal([new SaidLine("Fresh every morning.", 0.5, 2)], board.Sound.Said!);
        Assert.Equal("moderation_blocked", refused.Code);
        Assert.Contains("storyboard.sound.said[0].text", refused.Message);
    }

    private async Task<ExpandedStoryboard> Expanded(VideoRequest? wanted = null, IStoryboardWriter? writer = null, Recogniser? recogniser = null)
    {
        var tenant = new TenantBlobs(_blobs, Tenant);
        await using var database = _tables.Open();
        var request = await tenant.PutJson(wanted ?? Request, PipelineJson.Default.VideoRequest, default);
        return await new ExpandStoryboard(
                writer ?? new EmbeddedWriter(),
                new TenantModeration(new RuleModerator(), new Pipeline.Tenants.TenantDesk(database), ModerationPolicy.None),
                Listening(),
                new SpeechListening(recogniser ?? new Recogniser(ModelServer.None, TimeProvider.System), _blobs),
                _blobs,
                new StageResults(_blobs),
                Progress(database),
                new RightsGate(database, new RightsRegistry(), TimeProvider.System))
            .Run(new Step<ExpandOrder>(Tenant, Video, new ExpandOrder(request)), default);
    }

    private MusicListening Listening(params RenderStatus?[] script) => new(new WorkerJobs(new WorkerFleet(new ScriptedWorker(script)), _blobs), _blobs);

    private async Task<CutOrder> Ordered(string channel)
    {
        var tenant = new TenantBlobs(_blobs, Tenant);
        var told = (await Expanded()).Renditions().Single(rendition => rendition.Channel == channel);
        var request = await tenant.PutJson(Request, PipelineJson.Default.VideoRequest, default);
        var clip = await tenant.PutJson(new Storyboard { Title = channel, Shots = [] }, ContractJson.Default.Storyboard, default);
        var log = await tenant.PutJson(new ClipLog(), ContractJson.Default.ClipLog, default);
        await using var database = _tables.Open();
        var worker = new ScriptedWorker(new RenderStatus { Key = "", State = RenderState.Completed });
        var order = new CutStepOrder(request, told.Storyboard, channel, [new ClipAssets(clip.Sha256, log.Sha256)], Video, "https://sora.example/l/x");
        await new CutVideo(new WorkerJobs(new WorkerFleet(worker), _blobs), _blobs, new StageResults(_blobs), Progress(database), Watermarking.None, new RenditionLinks(database, new PublicAddress("https://sora.example")), new CaptionTranslations(_blobs)).Run(new Step<CutStepOrder>(Tenant, Video, order), default);
        return ((CutJob)worker.Jobs.Single()).Order;
    }

    private Task<Storyboard> Story(ToldRendition told) => new TenantBlobs(_blobs, Tenant).GetJson(told.Storyboard, ContractJson.Default.Storyboard, default);

    private static StageProgress Progress(SoraDatabase database) => new(database, new ProgressFeed(), TimeProvider.System);
}
