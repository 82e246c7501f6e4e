using SoraFunctions.Contract.Renders;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>What a scraper reads.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Numbers_of_the_worker_are_told_in_the_text_format()
    {
        await using var desk = new DeskUnderTest();
        await using var host = await HttpHost.Start(desk.Desk, new DeskHttp { Token = "secret" });
        using var http = host.Client();
        await desk.Worker.PutText("0123456789");
        await desk.Worker.Submit("done", Jobs.Shot(1), default);
        await desk.Worker.End("done");
        var hold = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        await desk.Worker.Submit("running", Jobs.Shot(2), default);
        await desk.Worker.Submit("queued", Jobs.Shot(3), new Turn { Priority = Priority.Batch }, default);
        while (!(await http.GetStringAsync("/metrics")).Contains("sora_worker_running 1\n", StringComparison.Ordinal))
        {
            await Task.Delay(10);
        }

        var lines = (await http.GetStringAsync("/metrics")).Split('\n');

        Assert.Contains("# TYPE sora_worker_jobs gauge", lines);
        Assert.Contains("sora_worker_jobs{state=\"running\",priority=\"interactive\"} 1", lines);
        Assert.Contains("sora_worker_jobs{state=\"queued\",priority=\"batch\"} 1", lines);
        Assert.Contains(lines, line => line.StartsWith("sora_worker_cache_size_bytes ", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal));
        Assert.Contains("# TYPE sora_worker_job_duration_seconds histogram", lines);
        Assert.Contains(lines, line => line.StartsWith("sora_worker_job_duration_seconds_bucket{kind=\"shot\",engine=\"fake\",outcome=\"ok\",le=\"+Inf\"} ", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Length > 0), line => Assert.Matches(@"^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{([a-z_]+=""[^""]*"",?)+\})? -?[0-9.E+-]+)$", line));
        hold.SetResult();
        await desk.Worker.End("queued");
        Assert.Contains("sora_worker_jobs{state=\"queued\",priority=\"batch\"} 0", (await http.GetStringAsync("/metrics")).Split('\n'));
    }
}
