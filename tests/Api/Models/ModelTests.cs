using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Tests.Models;

public class ModelTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    [Fact]
    public async Task Every_alias_and_engine_tells_what_it_can_do()
    {
        _host.Worker.Installed.Add(new EngineInfo("diffusion", "2")
        {
            Abilities = new EngineAbilities("Samples.") { Ready = false, Device = "cuda", MostSeconds = 5, ReadsWords = true, Notes = ["No package is installed."] },
        });
        await _host.Client.PostJson("/v1/remotes", """{"url":"https://gpu.example.com/v1","key":"k","price_per_second_usd":0.25}""");

        var models = (await _host.Client.GetJson("/v1/models")).GetProperty("data").EnumerateArray().ToDictionary(model => model.Text("id")!);

        Assert.Equal(["sora-2", "sora-2-pro", "sora-2-2025-10-06", "sora-2-pro-2025-10-06", "sora-2-2025-12-08", "world", "diffusion", "remote"], models.Keys);
        Assert.Equal(("world", true, true), (models["sora-2"].Text("engine"), Flag(models["sora-2"], "ready"), Flag(models["sora-2"], "hears_contacts")));
        Assert.Equal(("cuda", false, 5), (models["diffusion"].Text("device"), Flag(models["diffusion"], "ready"), models["diffusion"].GetProperty("max_seconds").GetInt32()));
        Assert.Equal("No package is installed.", models["diffusion"].GetProperty("notes")[0].GetString());
        Assert.Equal(("remote", 0.25m), (models["remote"].Text("device"), models["remote"].GetProperty("price_per_second_usd").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, models["world"].GetProperty("price_per_second_usd").ValueKind);
    }

    [Fact]
    public async Task An_engine_that_is_installed_may_be_asked_for_and_an_unknown_one_is_refused_with_what_may()
    {
        _host.Worker.Installed.Add(new EngineInfo("diffusion", "2"));
        await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"diffusion"}""");
        using var refused = await _host.Client.SendJson("/v1/ads", """{"prompt":"A red ball","engine":"luma"}""");
        var error = await refused.Error(HttpStatusCode.BadRequest);
        Assert.Equal("engine", error.Text("param"));
        Assert.Contains("world, diffusion", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_is_asked_seldom_and_not_at_all_for_what_the_deployment_is_set_to()
    {
        await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball"}""");
        await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"world"}""");
        Assert.Equal(0, _host.Worker.Asked);
        await _host.Client.GetJson("/v1/models");
        await _host.Client.GetJson("/v1/models/world");
        Assert.Equal(1, _host.Worker.Asked);
        _host.Clock.Ahead = TimeSpan.FromMinutes(2);
        await _host.Client.GetJson("/v1/models");
        Assert.Equal(2, _host.Worker.Asked);
    }

    [Fact]
    public async Task While_the_worker_is_down_its_engines_are_listed_as_not_ready_and_orders_are_taken()
    {
        _host.Worker.Down = true;
        var world = await _host.Client.GetJson("/v1/models/world");
        Assert.False(Flag(world, "ready"));
        Assert.Contains("does not answer", world.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"world"}""");
    }

    [Theory]
    [InlineData("auto", "diffusion", "its own words")]
    [InlineData("auto:cheapest", "diffusion", "cheapest")]
    [InlineData("auto:fastest", "world", "2 s for a second")]
    [InlineData("auto:best:0.1", "diffusion", "best")]
    public async Task Deployment_chooses_and_says_why(string model, string engine, string reason)
    {
        _host.Worker.Installed.Add(new EngineInfo("diffusion", "2") { Abilities = new EngineAbilities("Samples.") { ReadsWords = true } });
        await _host.Client.PostJson("/v1/remotes", """{"url":"https://gpu.example.com/v1","key":"k","price_per_second_usd":0.25}""");
        await _host.Use((UsageLedger ledger) => ledger.Book(
            new UsageEntry("default.a", "default", "", "render", "world", new UsageAmounts { WorkMilliseconds = 4_000, Milliseconds = 2_000, Pixels = 1_000_000 }), default));

        var video = await _host.Client.PostJson("/v1/videos", $$"""{"prompt":"A red ball","model":"{{model}}"}""");

        Assert.Equal(model, video.Text("model"));
        var said = Assert.Single(video.GetProperty("warnings").EnumerateArray()).GetString();
        Assert.Contains($"'{engine}'", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fastest_is_the_one_that_was_measured_so_another_server_too_and_only_by_its_own_tenant()
    {
        // The other server is out of reach of a test: where nobody is ready, it is chosen among those that may become so.
        _host.Worker.Installed.Clear();
        _host.Worker.Installed.Add(new EngineInfo("world", "1") { Abilities = new EngineAbilities("Films.") { Ready = false } });
        await _host.Client.PostJson("/v1/remotes", """{"url":"https://gpu.example.com/v1","key":"k","price_per_second_usd":0.25}""");
        await Book("default.a", "default", "world", 4_000, 1_000_000);
        await Book("other.b", "other", "remote", 1, 0);
        Assert.Contains("'world'", await Chosen(), StringComparison.Ordinal);

        await Book("default.c", "default", "remote", 1_000, 0);
        Assert.Contains("'remote' was chosen as the fastest of 2: it took 0.5 s for a second", await Chosen(), StringComparison.Ordinal);

        async Task<string> Chosen() => (await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"auto:fastest"}""")).GetProperty("warnings")[0].GetString()!;

        Task<bool> Book(string id, string tenant, string engine, long work, long pixels) => _host.Use((UsageLedger ledger) => ledger.Book(
            new UsageEntry(id, tenant, "", "render", engine, new UsageAmounts { WorkMilliseconds = work, Milliseconds = 2_000, Pixels = pixels }), default));
    }

    [Fact]
    public async Task Engine_that_is_down_is_passed_over_and_named()
    {
        _host.Worker.Installed.Add(new EngineInfo("diffusion", "2") { Abilities = new EngineAbilities("Samples.") { ReadsWords = true, Ready = false } });
        var video = await _host.Client.PostJson("/v1/videos", """{"prompt":"A red ball","model":"auto"}""");
        var said = video.GetProperty("warnings")[0].GetString();
        Assert.Contains("'world'", said, StringComparison.Ordinal);
        Assert.Contains("Not ready at present: diffusion", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto:dearest")]
    [InlineData("auto:best:much")]
    [InlineData("auto:1")]
    public async Task Wish_that_is_none_is_refused_with_what_would_be(string model)
    {
        using var refused = await _host.Client.SendJson("/v1/videos", $$"""{"prompt":"A red ball","model":"{{model}}"}""");
        var error = await refused.Error(HttpStatusCode.BadRequest);
        Assert.Equal("model", error.Text("param"));
        Assert.Contains("auto:cheapest", error.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speed_of_an_engine_is_what_it_took_of_late()
    {
        await _host.Use((UsageLedger ledger) => ledger.Book(
            new UsageEntry("default.a", "default", "", "render", "world", new UsageAmounts { WorkMilliseconds = 3_000, Milliseconds = 2_000, Pixels = 1_000_000 }), default));
        var world = await _host.Client.GetJson("/v1/models/world");
        Assert.Equal((1.5m, 1), (world.GetProperty("work_seconds_per_second").GetDecimal(), world.GetProperty("measured_clips").GetInt32()));
    }

    private static bool Flag(JsonElement model, string name) => model.GetProperty(name).GetBoolean();
}
