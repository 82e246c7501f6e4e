using System.Net;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Api.Tests.Usage;

/// <summary>What was used, as the API sums it up.</summary>
public class UsageTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("day")]
    [InlineData("project")]
    [InlineData("campaign")]
    [InlineData("engine")]
    [InlineData("stage")]
    [InlineData("video")]
    public async Task Sums_by_every_group_are_the_sum_of_the_rows(string by)
    {
        var video = await Ordered("""{"prompt":"a red ball","metadata":{"project":"spring","campaign":"c1"}}""");
        await Book("a", video, "render", "world", 1_500, 7);
        await Book("b", video, "cut", "media", 250, 3);
        await Book("b", video, "cut", "media", 250, 3);
        await Book("c", await Ordered("""{"prompt":"a blue ball"}"""), "render", "remote", 1, 1_000_000);

        var usage = await _host.Client.GetJson($"/v1/usage?by={by}");

        Assert.Equal((1.000010m, 1.751m, 3), (usage.GetProperty("total").GetProperty("cost_usd").GetDecimal(), usage.GetProperty("total").GetProperty("work_seconds").GetDecimal(), usage.GetProperty("total").GetProperty("entries").GetInt32()));
        Assert.Equal(1.000010m, usage.GetProperty("data").EnumerateArray().Sum(line => line.GetProperty("cost_usd").GetDecimal()));
        Assert.Contains(by switch { "project" => "spring", "campaign" => "c1", "engine" => "remote", "stage" => "cut", "video" => video, _ => _host.Clock.GetUtcNow().ToString("yyyy-MM-dd") },
            usage.GetProperty("data").EnumerateArray().Select(line => line.Text("name")));
        Assert.Equal(0.000010m, (await _host.Client.GetJson($"/v1/videos/{video}")).GetProperty("usage").GetProperty("cost_usd").GetDecimal());
    }

    [Fact]
    public async Task Spreadsheet_runs_nothing_that_a_project_is_called()
    {
        await Book("a", await Ordered("""{"prompt":"a ball","metadata":{"project":"=cmd|' /C calc'!A0"}}"""), "render", "world", 1_000, 5);
        using var answer = await _host.Client.GetAsync("/v1/usage?by=project&format=csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("project,seconds,pixels,work_seconds,gpu_seconds,tokens,bytes,gibibyte_days,cost_usd,entries", lines[0]);
        Assert.StartsWith("'=cmd|' /C calc'!A0,", lines[1]);
        Assert.StartsWith("total,", lines[2]);
    }

    [Theory]
    [InlineData("by=colour", "by")]
    [InlineData("from=yesterday", "from")]
    [InlineData("format=pdf", "format")]
    public async Task Wrong_question_is_refused_by_the_name_of_its_field(string query, string field)
    {
        using var answer = await _host.Client.GetAsync($"/v1/usage?{query}");
        Assert.Equal(field, (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Price_of_a_remote_is_estimated_before_and_shown_on_the_video()
    {
        await _host.Client.PostJson("/v1/remotes", """{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-remote-0123456789abcdef","price_per_second_usd":0.1}""");
        var estimate = await _host.Client.PostJson("/v1/estimates", """{"prompt":"a ball","engine":"remote-gpu","seconds":8}""");
        var video = await _host.Client.PostJson("/v1/ads", """{"prompt":"a ball","engine":"remote-gpu","seconds":8}""");

        Assert.Equal((0.8m, "remote-gpu"), (estimate.GetProperty("cost_usd").GetDecimal(), estimate.Text("model")));
        Assert.Equal((0m, 0.8m), (video.GetProperty("usage").GetProperty("cost_usd").GetDecimal(), video.GetProperty("usage").GetProperty("estimated_cost_usd").GetDecimal()));
    }

    [Theory]
    [InlineData("\"seconds\":[4,8,12]", 0.8)]
    [InlineData("\"seconds\":[10]", 2)]
    [InlineData("\"seconds\":[],\"max_seconds\":30", 0.6)]
    public async Task Remote_is_estimated_by_the_lengths_that_it_makes_and_bills(string lengths, decimal cost)
    {
        await _host.Client.PostJson("/v1/remotes", $$"""{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-remote-0123456789abcdef",{{lengths}},"price_per_second_usd":0.1}""");
        const string Shots = """{"title":"Ball","cast":[{"id":"ball","name":"ball","form":"ball"}],"shots":[{"id":"a","seconds":2.5,"subjects":["ball"]},{"id":"b","seconds":2.5,"subjects":["ball"]}]}""";
        var estimate = await _host.Client.PostJson("/v1/estimates", $$"""{"storyboard":{{Shots}},"engine":"remote-gpu","seconds":5,"channels":["web"]}""");
        Assert.Equal(cost, estimate.GetProperty("cost_usd").GetDecimal());
    }

    [Fact]
    public async Task Work_is_estimated_by_what_the_engine_took_of_late()
    {
        var before = await _host.Client.PostJson("/v1/estimates", """{"prompt":"a ball","seconds":4}""");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, before.GetProperty("work_seconds").ValueKind);

        const long Pixels = 1_000_000_000;
        await Book("a", "", "render", "world", 20_000, 0, Pixels);
        await Book("b", "", "cut", "media", 10_000, 0, Pixels);
        var after = await _host.Client.PostJson("/v1/estimates", """{"prompt":"a ball","seconds":4,"size":"1280x720"}""");
        Assert.Equal(1280 * 720 * 120m * 30_000 / Pixels / 1_000, after.GetProperty("work_seconds").GetDecimal(), 2);
    }

    /// <summary>The host, over the database that is tested.</summary>
    protected virtual Task<ApiHost> Start() => ApiHost.Start();

    private async Task<string> Ordered(string body) => (await _host.Client.PostJson("/v1/ads", body)).Text("id")!;

    private Task<bool> Book(string id, string video, string stage, string engine, long work, long micros, long pixels = 10) => _host.Use((UsageLedger ledger) => ledger.Book(
        new UsageEntry($"default.{id}", "default", video, stage, engine, new UsageAmounts { WorkMilliseconds = work, Milliseconds = 1_000, Pixels = pixels }) { MicroDollars = micros },
        default));
}
