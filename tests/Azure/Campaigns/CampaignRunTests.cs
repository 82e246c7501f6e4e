using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Campaigns.Runs;
using SoraFunctions.Pipeline.Campaigns.Wire;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Azure.Tests.Campaigns;

/// <summary>What runs of campaigns do, whatever the database.</summary>
public abstract class CampaignRunTests : IAsyncLifetime
{
    private const string Cups = """
        {"name":"Cups","products":[{"sku":"cup","product":{"title":"Red cup"}},{"sku":"bowl","product":{"title":"Blue bowl"}}],
         "ad":{"prompt":"A cup stands on a wooden table","quality":"draft","music":false},"locales":["en"],"channels":["web"],"variants":[{"name":"a","seconds":4}]}
        """;

    private protected CampaignHost Host { get; set; } = null!;

    public abstract Task InitializeAsync();

    public virtual async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task A_run_makes_each_cell_once_and_the_next_takes_what_is_there()
    {
        var run = await Host.Run(Cups);
        var ended = await Host.Until(run, "completed");

        Assert.Equal(2, ended.GetProperty("cells_by_status").GetProperty("done").GetInt32());
        Assert.Equal(2, await Host.Rows(database => database.Videos.CountAsync()));
        Assert.Equal(["cup-en-web-a", "bowl-en-web-a"], (await Cells(run)).Select(cell => cell.GetProperty("name").GetString()));

        var forecast = await Host.Post($"{run[..run.IndexOf("/runs", StringComparison.Ordinal)]}/dry_run");
        Assert.Equal((2, 2, 0), (forecast.GetProperty("cells").GetInt32(), forecast.GetProperty("existing").GetInt32(), forecast.GetProperty("to_make").GetInt32()));

        Host.Clock.Ahead += TimeSpan.FromMinutes(1);
        var again = await Host.Post(run[..run.LastIndexOf('/')]);
        await Host.Until($"{run[..run.LastIndexOf('/')]}/{again.GetProperty("id").GetString()}", "completed");
        Assert.Equal(2, await Host.Rows(database => database.Videos.CountAsync()));
    }

    [Fact]
    public async Task What_was_made_is_listed_in_a_manifest_and_packed_into_a_zip()
    {
        var run = await Host.Run(Cups);
        await Host.Until(run, "completed");

        var manifest = await Host.Get($"{run}/manifest");
        Assert.Equal("completed", manifest.GetProperty("state").GetString());
        var cell = manifest.GetProperty("cells")[0];
        Assert.Equal("cup-en-web-a", cell.GetProperty("name").GetString());
        Assert.Contains("video.mp4", cell.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));

        using var zip = new ZipArchive(await Host.Client.GetStreamAsync($"{run}/export").ContinueWith(Whole).Unwrap());
        Assert.Equal(["bowl-en-web-a.jpg", "bowl-en-web-a.mp4", "cup-en-web-a.jpg", "cup-en-web-a.mp4", "manifest.json"], zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith(".srt", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(zip.Entries, entry => Assert.True(entry.Length > 0));
    }

    [Fact]
    public async Task Cells_of_two_languages_film_their_pictures_once()
    {
        var one = await Host.Run(Cups.Replace("Cups", "One").Replace("""["web"]""", """["tiktok"]""").Replace("""["en"]""", """["de"]"""));
        await Host.Until(one, "completed");
        var filmed = Host.Filmed;

        var both = await Host.Run(Cups.Replace("Cups", "Both").Replace("""["web"]""", """["tiktok"]""").Replace("""["en"]""", """["de","fr"]"""));
        await Host.Until(both, "completed");

        Assert.True(filmed > 1);
        Assert.Equal(filmed, Host.Filmed);
        Assert.Equal(2, (await Cells(both)).Count(cell => cell.GetProperty("reused").GetBoolean()));
        Assert.Equal(2, (await Cells(both)).Count(cell => !cell.GetProperty("reused").GetBoolean()));
    }

    [Fact]
    public async Task What_fails_is_tried_again_as_often_as_the_campaign_says_and_reported_by_cell()
    {
        var failures = 0;
        Host.Worker.Fail = job => job is CutJob && Interlocked.Increment(ref failures) == 1 ? new RenderError("broken", "The cut broke.", Transient: false) : null;
        var mended = await Host.Until(await Host.Run(Cups), "completed");
        Assert.Equal(2, mended.GetProperty("cells_by_status").GetProperty("done").GetInt32());

        Host.Worker.Fail = job => job is CutJob ? new RenderError("broken", "The cut broke.", Transient: false) : null;
        var run = await Host.Run(Cups.Replace("wooden", "marble").Replace("\"name\":\"Cups\"", "\"name\":\"Bad\",\"retries\":1"));
        var ended = await Host.Until(run, "completed");
        Assert.Equal(2, ended.GetProperty("cells_by_status").GetProperty("failed").GetInt32());
        Assert.All(await Cells(run), cell => Assert.Equal((2, "The cut broke."), (cell.GetProperty("failures").GetInt32(), cell.GetProperty("fault").GetString())));
    }

    [Fact]
    public async Task A_held_run_begins_nothing_until_it_goes_on_and_a_cancelled_one_never()
    {
        var campaign = (await Host.Post("/v1/campaigns", Cups.Replace("\"name\":\"Cups\"", "\"name\":\"Held\",\"approval\":\"sample\""))).GetProperty("id").GetString();
        var run = $"/v1/campaigns/{campaign}/runs/{(await Host.Post($"/v1/campaigns/{campaign}/runs")).GetProperty("id").GetString()}";
        await Host.Until(run, one => one.GetProperty("awaits_approval").GetBoolean());
        await Host.Post($"{run}/pause");
        await Host.Post($"{run}/approve");
        await Task.Delay(300);
        Assert.Equal(1, (await Host.Get(run)).GetProperty("cells_by_status").GetProperty("waiting").GetInt32());

        await Host.Post($"{run}/resume");
        await Host.Until(run, "completed");

        var other = await Host.Run(Cups.Replace("wooden", "stone").Replace("\"name\":\"Cups\"", "\"name\":\"Dropped\",\"approval\":\"sample\""));
        await Host.Until(other, one => one.GetProperty("awaits_approval").GetBoolean());
        await Host.Post($"{other}/cancel");
        var cancelled = (await Host.Until(other, "cancelled")).GetProperty("cells_by_status");
        Assert.Equal((1, 1), (cancelled.GetProperty("done").GetInt32(), cancelled.GetProperty("cancelled").GetInt32()));
    }

    [Fact]
    public async Task Videos_that_wait_for_approval_are_delivered_one_by_one_or_not()
    {
        var run = await Host.Run(Cups.Replace("\"name\":\"Cups\"", "\"name\":\"Looked at\",\"approval\":\"all\""));
        await Host.Until(run, one => one.GetProperty("cells_by_status").TryGetProperty("review", out var waiting) && waiting.GetInt32() == 2);

        await Host.Post($"{run}/approve", """{"cells":[0]}""");
        await Host.Post($"{run}/approve", """{"cells":[1],"approved":false}""");

        var ended = (await Host.Until(run, "completed")).GetProperty("cells_by_status");
        Assert.Equal((1, 1), (ended.GetProperty("done").GetInt32(), ended.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task A_budget_that_is_spent_stops_the_run()
    {
        var campaign = (await Host.Post("/v1/campaigns", Cups.Replace("\"name\":\"Cups\"", "\"name\":\"Dear\",\"budget\":{\"usd\":1}"))).GetProperty("id").GetString()!;
        await Host.Rows(database =>
        {
            database.CampaignCells.Add(new CampaignCellRow
            {
                RunId = "run_before", Number = 0, CampaignId = campaign, TenantId = "default", Sku = "x", Locale = "en", Channel = "web", Variant = "a", Name = "x", Key = "x",
                Engine = "world", Milliseconds = 4000, State = CellState.Done, PaidMicroDollars = 1_000_001,
            });
            return database.SaveChangesAsync();
        });

        var run = await Host.Post($"/v1/campaigns/{campaign}/runs");
        var ended = await Host.Until($"/v1/campaigns/{campaign}/runs/{run.GetProperty("id").GetString()}", "stopped");

        Assert.Equal(2, ended.GetProperty("cells_by_status").GetProperty("over_budget").GetInt32());
        Assert.Contains("budget", ended.GetProperty("reason").GetString());
        Assert.Equal(0, await Host.Rows(database => database.Videos.CountAsync()));
    }

    [Fact]
    public async Task A_schedule_that_was_missed_runs_once_late_and_not_twice()
    {
        var campaign = (await Host.Post("/v1/campaigns", Cups.Replace("\"name\":\"Cups\"", "\"name\":\"Hourly\",\"schedule\":{\"cron\":\"0 0 * * * ?\"}"))).GetProperty("id").GetString();
        Host.Clock.Ahead += TimeSpan.FromHours(5);

        await Task.WhenAll(Host.Tick(), Host.Tick());
        await Host.Tick();

        var runs = (await Host.Get($"/v1/campaigns/{campaign}/runs")).GetProperty("data");
        var run = Assert.Single(runs.EnumerateArray());
        Assert.Equal(4, run.GetProperty("missed_before").GetInt32());
        await Host.Until($"/v1/campaigns/{campaign}/runs/{run.GetProperty("id").GetString()}", "completed");
    }

    [Theory]
    [InlineData("skip", "skipped")]
    [InlineData("queue", "queued")]
    public async Task A_run_that_is_due_before_the_last_is_done_is_skipped_or_waits(string overlap, string status)
    {
        var campaign = (await Host.Post("/v1/campaigns", Cups.Replace(
            "\"name\":\"Cups\"", $$"""
            "name":"Twice","approval":"sample","schedule":{"cron":"0 0 * * * ?","overlap":"{{overlap}}"}
            """))).GetProperty("id").GetString();
        Host.Clock.Ahead += TimeSpan.FromHours(1);
        await Host.Tick();
        Host.Clock.Ahead += TimeSpan.FromHours(1);
        await Host.Tick();

        var runs = (await Host.Get($"/v1/campaigns/{campaign}/runs?order=asc")).GetProperty("data").EnumerateArray().ToList();
        Assert.Equal(2, runs.Count);
        Assert.Equal(status, runs[1].GetProperty("status").GetString());
        await Host.Post($"/v1/campaigns/{campaign}/runs/{runs[0].GetProperty("id").GetString()}/approve");
        await Host.Until($"/v1/campaigns/{campaign}/runs/{runs[0].GetProperty("id").GetString()}", "completed");
        if (status == "queued")
        {
            await Host.Until($"/v1/campaigns/{campaign}/runs/{runs[1].GetProperty("id").GetString()}", one => one.GetProperty("status").GetString() != "queued");
        }
    }

    [Fact]
    public async Task While_somebody_waits_for_a_single_video_campaigns_take_a_quarter()
    {
        await Host.Post("/v1/campaigns", Cups);
        var run = new CampaignRunRow { Id = "run_1", CampaignId = "camp_1", TenantId = "default", State = RunState.Running, DueAt = default, CreatedAt = default, Document = "{}", Priority = 5 };
        var low = new CampaignRunRow { Id = "run_0", CampaignId = "camp_0", TenantId = "default", State = RunState.Running, DueAt = default, CreatedAt = default, Document = "{}", Priority = 1 };
        await Host.Rows(database =>
        {
            database.CampaignRuns.AddRange(run, low);
            foreach (var owner in new[] { run, low })
            {
                database.CampaignCells.Add(new CampaignCellRow
                {
                    RunId = owner.Id, Number = 0, CampaignId = owner.CampaignId, TenantId = "default", Sku = "x", Locale = "en", Channel = "web", Variant = "a", Name = "x", Key = "x", Engine = "world", Milliseconds = 4000,
                });
            }

            return database.SaveChangesAsync();
        });
        var wish = new CampaignWish { Name = "x", Locales = ["en"], Channels = ["web"] };
        Task<int> Room(CampaignRunRow of) => Host.Use(services => services.GetRequiredService<RunRoom>().Of(of, wish, "world", default));

        Assert.Equal(8, await Room(run));
        Assert.Equal(0, await Room(low));

        await Host.Rows(database =>
        {
            database.Videos.Add(new VideoRow { Id = "video_single", TenantId = "other", Model = "world", CreatedAt = DateTimeOffset.UtcNow, Size = "640x360", MainChannel = "web", Seconds = 4, Request = "{}" });
            return database.SaveChangesAsync();
        });
        Assert.Equal(2, await Room(run));

        // Whoever waits for a reviewer does not wait for the engine.
        await Host.Rows(database =>
        {
            database.Reviews.Add(new ReviewRow
            {
                Id = "review_single", TenantId = "other", VideoId = "video_single", Needed = 1, Findings = "[]", Policy = "rules", RequestSha256 = "", Request = "{}", Storyboard = "{}",
                CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow,
            });
            return database.SaveChangesAsync();
        });
        Assert.Equal(8, await Room(run));
    }

    [Fact]
    public async Task A_cell_that_waits_for_a_reviewer_takes_no_place_until_that_is_decided()
    {
        var run = new CampaignRunRow { Id = "run_1", CampaignId = "camp_1", TenantId = "default", State = RunState.Paused, DueAt = default, CreatedAt = default, Document = "{}", Priority = 5 };
        await Host.Rows(database =>
        {
            database.CampaignRuns.Add(run);
            database.CampaignCells.AddRange(Enumerable.Range(0, 3).Select(number => new CampaignCellRow
            {
                RunId = run.Id, Number = number, CampaignId = run.CampaignId, TenantId = "default", Sku = "x", Locale = "en", Channel = "web", Variant = "a", Name = $"{number}", Key = $"{number}", Engine = "world",
                Milliseconds = 4000, State = CellState.Making, VideoId = $"video_{number}",
            }));
            database.Reviews.AddRange(Enumerable.Range(1, 2).Select(number => new ReviewRow
            {
                Id = $"review_{number}", TenantId = "default", VideoId = $"video_{number}", Needed = 1, Findings = "[]", Policy = "rules", RequestSha256 = "", Request = "{}", Storyboard = "{}",
                CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow,
            }));
            return database.SaveChangesAsync();
        });
        var wish = new CampaignWish { Name = "x", Locales = ["en"], Channels = ["web"] };
        Task<int> Room() => Host.Use(services => services.GetRequiredService<RunRoom>().Of(run, wish, "world", default));

        Assert.Equal(7, await Room());

        await Host.Rows(database => database.Reviews.Where(row => row.Id == "review_1").ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, ReviewStatus.Approved)));
        Assert.Equal(6, await Room());
    }

    [Fact]
    public async Task Videos_of_a_campaign_wear_what_their_tenant_has_set_and_keep_to_its_policy()
    {
        using var set = await Host.Client.PutAsync("/v1/tenant", new StringContent("""{"brand":{"name":"Acme"},"legal":"Terms apply."}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(set.IsSuccessStatusCode);
        var run = await Host.Run(Cups);
        await Host.Until(run, "completed");
        Assert.All(await Requests(), request => Assert.Equal(("Acme", "Terms apply."), (request.Brand?.Name, request.Legal)));

        // Another look is another video.
        using var changed = await Host.Client.PutAsync("/v1/tenant", new StringContent("""{"brand":{"name":"Acme"},"legal":"Other terms apply."}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(2, (await Host.Post($"{run[..run.IndexOf("/runs", StringComparison.Ordinal)]}/dry_run")).GetProperty("to_make").GetInt32());

        using var strict = await Host.Client.PutAsync("/v1/tenant", new StringContent("""{"policy":{"most_seconds":3}}""", System.Text.Encoding.UTF8, "application/json"));
        var refused = await Host.Run(Cups.Replace("Cups", "Long"));
        await Host.Until(refused, "completed");
        Assert.All(await Cells(refused), cell => Assert.Contains("at most 3 seconds", cell.GetProperty("fault").GetString()));
    }

    [Fact]
    public async Task A_campaign_that_leaves_its_engine_open_gets_one_and_falls_over_to_the_next()
    {
        Host.Worker.Installed = [new EngineInfo("diffusion", "2") { Abilities = new EngineAbilities("Samples.") { ReadsWords = true, KeepsProducts = true } }, new EngineInfo("world", "1") { Abilities = new EngineAbilities("Films.") }];
        Host.Worker.Fail = job => job is ShotJob { Order.Engine: "diffusion" } ? new RenderError("out_of_memory", "The GPU fell off the bus.", false) : null;

        var run = await Host.Run(Cups.Replace("\"prompt\":", "\"engine\":\"auto\",\"prompt\":"));
        await Host.Until(run, "completed");

        Assert.All(await Host.Rows(database => database.CampaignCells.ToListAsync()), cell => Assert.Equal(("diffusion", CellState.Done), (cell.Engine, cell.State)));
        var said = (await Host.Get($"/v1/videos/{(await Cells(run))[0].GetProperty("video_id").GetString()}")).GetProperty("warnings").EnumerateArray().Select(text => text.GetString()).ToList();
        Assert.Contains("The engine 'diffusion' was chosen for 'auto' when the run was planned.", said);
        Assert.Contains(said, text => text!.Contains("'world' took its place for all of them.", StringComparison.Ordinal));
        using var odd = await Host.Client.PostAsync("/v1/campaigns", new StringContent(Cups.Replace("\"prompt\":", "\"engine\":\"auto:dearest\",\"prompt\":"), System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains("ad.engine must be auto", await odd.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_next_run_makes_the_variant_that_won()
    {
        var campaign = (await Host.Post("/v1/campaigns", """
            {"name":"Race","products":[{"sku":"cup","product":{"title":"Red cup"},"link":{"url":"https://shop.example.com/cup"}}],
             "ad":{"prompt":"A cup stands on a wooden table","quality":"draft","music":false,"seconds":4},"locales":["en"],"channels":["web"],
             "variants":[{"name":"plain"},{"name":"loud","hook":"Look at this"}],"learning":{"goal":"clicks_per_play","minimum_exposure":100}}
            """)).GetProperty("id").GetString();
        var first = $"/v1/campaigns/{campaign}/runs/{(await Host.Post($"/v1/campaigns/{campaign}/runs")).GetProperty("id").GetString()}";
        await Host.Until(first, "completed");
        var now = Host.Clock.GetUtcNow();
        foreach (var cell in await Cells(first))
        {
            var (video, clicks) = (cell.GetProperty("video_id").GetString()!, cell.GetProperty("variant").GetString() == "loud" ? 60 : 10);
            await Host.Rows(async database =>
            {
                var code = await database.CommerceLinks.Where(link => link.VideoId == video).Select(link => link.Code).SingleAsync();
                database.Plays.Add(new PlayRow { TenantId = "default", VideoId = video, Channel = "web", Day = now.ToString("yyyy-MM-dd", null), Event = "impression", Count = 400 });
                database.Clicks.AddRange(Enumerable.Range(0, clicks).Select(visitor => new ClickRow { Code = code, At = now, Bot = false, Visitor = $"{visitor}" }));
                return await database.SaveChangesAsync();
            });
        }

        var report = await Host.Get($"/v1/campaigns/{campaign}/learning");
        Assert.Equal("loud", report.GetProperty("winner").GetString());
        Assert.Equal(400, report.GetProperty("variants")[0].GetProperty("exposures").GetInt64());

        Host.Clock.Ahead += TimeSpan.FromMinutes(1);
        var next = $"/v1/campaigns/{campaign}/runs/{(await Host.Post($"/v1/campaigns/{campaign}/runs")).GetProperty("id").GetString()}";
        var ended = await Host.Until(next, "completed");
        Assert.Equal("loud", Assert.Single(ended.GetProperty("variants").EnumerateArray()).GetString());
        Assert.Equal("loud", (await Host.Get($"/v1/campaigns/{campaign}")).GetProperty("winner").GetString());
    }

    [Fact]
    public async Task An_audience_gets_the_cut_that_most_of_it_asks_for()
    {
        var video = $"video_{Guid.CreateVersion7():n}";
        await Host.Use(services => services.GetRequiredService<VideoIntake>().Accept(
            new NewVideo("default", video, "world", new VideoRequest { Prompt = "A red ball bounces on a marble counter", Seconds = 4, Music = false, Seed = 3 }), default));
        await Host.Until($"/v1/videos/{video}", one => one.GetProperty("status").GetString() == "completed");
        var show = (await Host.Post("/v1/shows", $$"""{"video_id":"{{video}}","cadence_minutes":1,"minimum_votes":2}""")).GetProperty("id").GetString();

        var taken = await Host.Post($"/v1/shows/{show}/comments", """
            {"comments":[{"author":"ann","text":"make it rain"},{"author":"ann","text":"make it snow"},{"author":"bob","text":"Please, make it snow!"},{"author":"cem","text":"make it rain"},
             {"author":"dot","text":"lol"},{"author":"eve","text":"kill all the people in the town"}]}
            """);
        Assert.Equal((4, 1, 1), (taken.GetProperty("votes").GetInt32(), taken.GetProperty("not_understood").GetInt32(), taken.GetProperty("refused").GetInt32()));
        var votes = (await Host.Get($"/v1/shows/{show}")).GetProperty("votes");
        Assert.Equal(2, votes[0].GetProperty("votes").GetInt32());

        await Host.Rows(database => database.Shows.ExecuteUpdateAsync(row => row.SetProperty(one => one.NextCutAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        await Host.Use(async services => await services.GetRequiredService<SoraFunctions.Pipeline.Shows.CutShow>().Run(new("default", show!), default));
        var making = await Host.Rows(database => database.Shows.Select(row => row.MakingVideoId).SingleAsync());
        await Host.Until($"/v1/videos/{making}", one => one.GetProperty("status").GetString() == "completed");
        await Host.Use(async services => await services.GetRequiredService<SoraFunctions.Pipeline.Shows.CutShow>().Run(new("default", show!), default));

        var cut = await Host.Get($"/v1/shows/{show}");
        Assert.Equal((1, making), (cut.GetProperty("cut").GetInt32(), cut.GetProperty("video_id").GetString()));
        Assert.Equal("make it rain", Assert.Single(cut.GetProperty("votes").EnumerateArray()).GetProperty("change").GetString());
        Assert.Equal(video, (await Host.Get($"/v1/videos/{making}")).GetProperty("remixed_from_video_id").GetString());
    }

    private Task<List<VideoRequest>> Requests() => Host.Use(async services =>
    {
        var requests = new List<VideoRequest>();
        foreach (var text in await services.GetRequiredService<SoraDatabase>().Videos.Select(video => video.Request).ToListAsync())
        {
            requests.Add(await new TenantBlobs(services.GetRequiredService<IBlobStore>(), "default").GetJson(
                JsonSerializer.Deserialize(text, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, default));
        }

        return requests;
    });

    private async Task<List<JsonElement>> Cells(string run) => [.. (await Host.Get($"{run}/cells")).GetProperty("data").EnumerateArray()];

    private static async Task<Stream> Whole(Task<Stream> stream)
    {
        var whole = new MemoryStream();
        await (await stream).CopyToAsync(whole);
        whole.Position = 0;
        return whole;
    }
}
