using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.Doubles;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Videos;

/// <summary>A video of two shots, its remix, and the remix of that.</summary>
public sealed class EarlierShotsTests : IDisposable
{
    private const string Tenant = "shop";
    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();
    private readonly ScriptedWorker _worker = new();
    private readonly VideoRequest _request = new() { Engine = "painter", Prompt = "A cup at dawn." };

    private readonly Storyboard _storyboard = new()
    {
        Title = "Cup",
        Cast = [new Subject { Id = "it", Name = "Cup", Form = Form.Cup }],
        Shots = [new Shot { Id = "one", Seconds = 1, Subjects = ["it"] }, new Shot { Id = "two", Seconds = 1, Subjects = ["it"], Light = Light.Rim }],
    };

    public EarlierShotsTests() => _worker.Installed.Add(
        new EngineInfo("painter", "5") { Abilities = new EngineAbilities("Paints from words.") { ReadsWords = true, TakesClips = true } });

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task A_changed_shot_begins_from_its_earlier_clip_and_an_unchanged_one_stays()
    {
        var first = await Filmed(_request, _storyboard);
        var remix = await Filmed(_request, Night(_storyboard), first.Id);

        Assert.Null((await Order(first, 0)).Source);
        Assert.Equal(new SourceClip(first.Clips[0], 0.7), (await Order(remix, 0)).Source);
        Assert.Equal(first.Plan.Shots[1], remix.Plan.Shots[1]);
        Assert.Null(remix.Plan.Warnings);
        Assert.Contains(first.Clips[0], new ShotJob(await Order(remix, 0)).Inputs);
    }

    [Fact]
    public async Task A_shot_that_was_made_from_a_clip_stays_when_another_one_changes()
    {
        var first = await Filmed(_request, _storyboard);
        var remix = await Filmed(_request, Night(_storyboard), first.Id);
        var again = Night(_storyboard);
        var second = await Filmed(_request, again with { Shots = [again.Shots[0], again.Shots[1] with { Setting = Setting.Beach }] }, remix.Id);

        Assert.Equal(remix.Plan.Shots[0], second.Plan.Shots[0]);
        Assert.Equal(remix.Clips[1], (await Order(second, 1)).Source!.Clip);
    }

    [Theory, InlineData(0.3), InlineData(1)]
    public async Task The_caller_says_how_far_a_clip_may_be_left(double strength)
    {
        var first = await Filmed(_request, _storyboard);
        var remix = await Filmed(_request with { Strength = strength }, Night(_storyboard), first.Id);
        Assert.Equal(strength < 1 ? strength : null, (await Order(remix, 0)).Source?.Strength);
        Assert.Null(remix.Plan.Warnings);
    }

    [Fact]
    public async Task A_shot_of_another_length_or_camera_is_made_anew_which_whoever_named_a_strength_is_told()
    {
        var first = await Filmed(_request, _storyboard);
        var shots = _storyboard.Shots;
        var changed = _storyboard with { Shots = [shots[0] with { Seconds = 2 }, shots[1] with { Camera = new Camera { Framing = Framing.Close } }] };
        var remix = await Filmed(_request, changed, first.Id);
        var told = await Filmed(_request with { Strength = 0.5 }, changed, first.Id);

        Assert.Null((await Order(remix, 0)).Source);
        Assert.Null((await Order(remix, 1)).Source);
        Assert.Null(remix.Plan.Warnings);
        Assert.Equal(2, told.Plan.Warnings!.Count);
        Assert.Equal("Shot 'one' is made from nothing: its length or camera has changed, or its earlier clip is not known any more.", told.Plan.Warnings![0]);
    }

    [Fact]
    public async Task An_engine_that_does_not_begin_from_clips_makes_changed_shots_anew_as_before()
    {
        _worker.Installed.Clear();
        _worker.Installed.Add(new EngineInfo("painter", "5") { Abilities = new EngineAbilities("Paints from words.") { ReadsWords = true } });
        var first = await Filmed(_request, _storyboard);
        var anew = await Filmed(_request, Night(_storyboard));
        var remix = await Filmed(_request, Night(_storyboard), first.Id);
        var told = await Filmed(_request with { Strength = 0.5 }, Night(_storyboard), first.Id);

        Assert.Equal(anew.Plan.Shots, remix.Plan.Shots);
        Assert.Null(remix.Plan.Warnings);
        Assert.Equal(["strength is not used: the engine 'painter' does not begin from clips, and makes changed shots anew."], told.Plan.Warnings!);
    }

    [Fact]
    public async Task The_place_behind_a_product_is_made_from_its_earlier_place()
    {
        _worker.Installed.Add(new EngineInfo("world", "1"));
        var board = _storyboard with { Cast = [_storyboard.Cast[0] with { Picture = new string('c', 64) }] };
        var first = await Filmed(_request, board, plates: true);
        var remix = await Filmed(_request, Night(board), first.Id);

        var order = await Order(remix, 0);
        Assert.Equal("painter", order.PlateBy!.Name);
        Assert.Equal(first.Clips[0], order.Background().Source!.Clip);
    }

    [Fact]
    public async Task A_clip_that_is_gone_is_not_begun_from()
    {
        var first = await Filmed(_request, _storyboard);
        await _blobs.Delete(new TenantBlobs(_blobs, Tenant).PathOf(first.Clips[0]), default);
        var remix = await Filmed(_request, Night(_storyboard), first.Id);
        Assert.Null((await Order(remix, 0)).Source);
    }

    private static Storyboard Night(Storyboard board) => board with { Shots = [board.Shots[0] with { Light = Light.Dramatic }, board.Shots[1]] };

    private sealed record Film(string Id, ShotPlan Plan, IReadOnlyList<string> Clips);

    private Task<ShotOrder> Order(Film film, int shot) =>
        new TenantBlobs(_blobs, Tenant).GetJson(film.Plan.Shots[shot], ContractJson.Default.ShotOrder, default);

    /// <summary>Plans a video, and keeps a clip of its own for each of its orders as their rendering does.</summary>
    private async Task<Film> Filmed(VideoRequest request, Storyboard storyboard, string? from = null, bool plates = false)
    {
        var tenant = new TenantBlobs(_blobs, Tenant);
        var id = $"video_{Guid.NewGuid():n}";
        _tables.Add(FileDatabase.Row(id, VideoStatus.Queued, DateTimeOffset.UnixEpoch, from));
        var order = new PlanOrder(
            await tenant.PutJson(request, PipelineJson.Default.VideoRequest, default),
            await tenant.PutJson(storyboard, ContractJson.Default.Storyboard, default),
            "web");
        await using var database = _tables.Open();
        var results = new StageResults(_blobs);
        var plan = await new PlanShots(new WorkerFleet(_worker), new RemoteDirectory(database, new RemoteOptions(new Dictionary<string, (RemoteServer, string)>(), null)), _blobs, database, new EarlierShots(_blobs, results), NoRemotes.Health(database))
            .Run(new Step<PlanOrder>(Tenant, id, order), default);
        var clips = new List<string>();
        foreach (var shot in plan.Shots)
        {
            var clip = (await tenant.Put(Guid.NewGuid().ToByteArray().AsMemory(), "video/mp4", default)).Sha256;
            var kept = await results.Once(
                new Step<RenderOrder>(Tenant, id, new RenderOrder(shot)),
                RenderShot.Version,
                PipelineJson.Default.RenderOrder,
                PipelineJson.Default.RenderedShot,
                () => Task.FromResult(plates ? new RenderedShot("filmed", "", []) { Plate = clip } : new RenderedShot(clip, "", [])),
                default);
            clips.Add(kept.Plate ?? kept.Picture);
        }

        return new Film(id, plan, clips);
    }
}
