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

public sealed class PlanShotsTests : IDisposable
{
    private const string Tenant = "shop";
    private readonly FileDatabase _tables = new();
    private readonly MemoryBlobs _blobs = new();
    private readonly ScriptedWorker _worker = new();
    private readonly EngineInfo _painter = new("painter", "5") { Abilities = new EngineAbilities("Paints from words.") { ReadsWords = true } };

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Quality_is_part_of_the_order_so_that_no_draft_stands_in_for_a_final_clip()
    {
        var draft = await Planned(new VideoRequest { Quality = Quality.Draft });
        var final = await Planned(new VideoRequest { Quality = Quality.Final });

        Assert.NotEqual(draft.Plan.Shots, final.Plan.Shots);
        Assert.Equal((Quality.Draft, Quality.Final), (draft.Order.Quality, final.Order.Quality));
        Assert.Equal(draft.Order with { Quality = Quality.Final, Cast = final.Order.Cast, Shot = final.Order.Shot }, final.Order);
    }

    [Fact]
    public async Task The_model_of_a_product_is_brought_to_the_worker_and_named_in_its_origin()
    {
        var model = new ProductModel(new BlobRef("p", new string('b', 64), 100, "model/gltf-binary"), []);
        var request = new VideoRequest { Product = new ProductBrief { Title = "Cup", Model = model } };

        var (plan, order) = await Planned(request, new Subject { Id = "it", Name = "Cup", Form = Form.Model, Model = model.Blob.Sha256 });

        Assert.Equal([model.Blob.Sha256], new ShotJob(order).Inputs);
        Assert.Equal(["model/gltf-binary"], plan.Origin.Pictures);
    }

    [Fact]
    public async Task Product_is_filmed_in_front_of_what_an_engine_that_reads_words_paints()
    {
        _worker.Installed.Add(_painter);
        var request = new VideoRequest { Engine = "painter", Prompt = "A cup at dawn." };

        var (plan, order) = await Planned(request, new Subject { Id = "it", Name = "Cup", Form = Form.Cup, Picture = new string('c', 64) });

        Assert.Equal(("world", "1", null), (order.Engine, order.EngineVersion, order.Brief));
        Assert.Equal(new EngineInfo("painter", "5"), order.PlateBy);
        Assert.Equal("painter", plan.Origin.Engine.Name);
    }

    [Fact]
    public async Task Shot_without_a_product_is_painted_whole_and_in_the_words_of_the_brief()
    {
        _worker.Installed.Add(_painter);
        var (_, order) = await Planned(new VideoRequest { Engine = "painter", Prompt = "A cup at dawn." });
        Assert.Equal(("painter", "5", "A cup at dawn.", null), (order.Engine, order.EngineVersion, order.Brief, order.PlateBy));
    }

    [Fact]
    public async Task A_remote_is_planned_for_without_asking_the_worker_and_another_model_makes_other_clips()
    {
        var first = await Planned(new VideoRequest { Engine = "remote", Prompt = "A red ball" }, remote: new RemoteTerms());
        var other = await Planned(new VideoRequest { Engine = "remote", Prompt = "A red ball" }, remote: new RemoteTerms { Model = "sora-2-pro" });

        Assert.Equal(("remote", "A red ball"), (first.Order.Engine, first.Order.Brief));
        Assert.StartsWith("sora-2 at gpu.example.com", first.Plan.Origin.Engine.Version, StringComparison.Ordinal);
        Assert.NotEqual(first.Plan.Shots, other.Plan.Shots);
    }

    [Fact]
    public async Task Pictures_go_to_the_shots_that_they_are_for_where_the_engine_takes_them()
    {
        _worker.Installed.Add(_painter with { Abilities = _painter.Abilities! with { PictureRoles = [PictureRole.FirstFrame] } });
        var request = new VideoRequest { Engine = "painter", Prompt = "A cup at dawn.", Guides = [Guide('d', PictureRole.FirstFrame), Guide('e', PictureRole.LastFrame), Guide('f', PictureRole.FirstFrame, 7)] };

        var (plan, order) = await Planned(request);

        Assert.Equal([new ShotPicture(new string('d', 64), PictureRole.FirstFrame)], order.Pictures!);
        Assert.Equal(["image/png"], plan.Origin.Pictures);
        Assert.Equal(
            [
                "pictures[1] is not used: the engine 'painter' does not end shots with a picture. GET /v1/models tells which do (picture_roles).",
                "pictures[2] is not used: there is no shot 7; the video has 1.",
            ],
            plan.Warnings!);
    }

    [Fact]
    public async Task Pictures_that_the_engine_can_not_take_decide_nothing()
    {
        var without = await Planned(new VideoRequest());
        var with = await Planned(new VideoRequest { Guides = [Guide('d', PictureRole.Reference)] });
        Assert.Equal(without.Plan.Shots, with.Plan.Shots);
        Assert.Null(without.Plan.Warnings);
        Assert.Equal(["pictures[0] is not used: the engine 'world' does not follow pictures. GET /v1/models tells which do (picture_roles)."], with.Plan.Warnings!);
    }

    private static GuidePicture Guide(char digit, PictureRole role, int? shot = null) =>
        new(new Picture(new BlobRef("p", new string(digit, 64), 100, "image/png"), 64, 64), role, shot);

    private async Task<(ShotPlan Plan, ShotOrder Order)> Planned(VideoRequest request, Subject? subject = null, RemoteTerms? remote = null)
    {
        var tenant = new TenantBlobs(_blobs, Tenant);
        var id = $"video_{Guid.NewGuid():n}";
        _tables.Add(FileDatabase.Row(id, VideoStatus.Queued, DateTimeOffset.UnixEpoch));
        var storyboard = new Storyboard
        {
            Title = "Cup",
            Cast = [subject ?? new Subject { Id = "it", Name = "Cup", Form = Form.Cup }],
            Shots = [new Shot { Id = "one", Seconds = 1, Subjects = ["it"] }],
        };
        var order = new PlanOrder(
            await tenant.PutJson(request, PipelineJson.Default.VideoRequest, default),
            await tenant.PutJson(storyboard, ContractJson.Default.Storyboard, default),
            "web");
        await using var database = _tables.Open();
        var server = new RemoteServer("remote", new Uri("https://gpu.example.com/v1"), remote ?? new RemoteTerms(), true, "");
        var options = new RemoteOptions(new Dictionary<string, (RemoteServer, string)> { ["remote"] = (server, "key") }, null);
        var plan = await new PlanShots(new WorkerFleet(_worker), new RemoteDirectory(database, options), _blobs, database, new EarlierShots(_blobs, new StageResults(_blobs)), NoRemotes.Health(database)).Run(new Step<PlanOrder>(Tenant, id, order), default);
        return (plan, await tenant.GetJson(plan.Shots[0], ContractJson.Default.ShotOrder, default));
    }
}
