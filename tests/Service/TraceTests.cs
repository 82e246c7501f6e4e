using System.Collections.Concurrent;
using System.Diagnostics;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Telemetry;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>What is done for a video, here and on the worker, is one trace.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private readonly DeskUnderTest _under = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;
    private HttpHost _host = null!;
    private WorkerRoute _route = null!;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is StageTraces.SourceName or "SoraFunctions.Worker" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task InitializeAsync()
    {
        _host = await HttpHost.Start(_under.Desk, new DeskHttp());
        _route = new WorkerRoute(_host.Address, _ => ValueTask.FromResult<string?>(null));
    }

    public async Task DisposeAsync()
    {
        _listener.Dispose();
        _route.Dispose();
        await _host.DisposeAsync();
        await _under.DisposeAsync();
    }

    [Fact]
    public async Task A_video_is_one_trace_from_its_stage_through_the_request_to_the_workers_job()
    {
        var trace = Guid.CreateVersion7().ToString("n");

        await Render($"video_{trace}");

        var (stage, job) = (One(trace, "RenderShot"), One(trace, "Job shot"));
        Assert.Equal(trace, stage.TraceId.ToHexString());
        Assert.Equal(["Microsoft.AspNetCore", "System.Net.Http", StageTraces.SourceName], Above(job).Select(span => span.Source.Name));
        Assert.Equal(stage.SpanId, Above(job).Last().SpanId);
        Assert.Equal($"video_{trace}", stage.GetTagItem("sora.video"));
        Assert.Equal("fake", job.GetTagItem("sora.engine"));
        Assert.DoesNotContain(_spans.Where(span => span.TraceId == stage.TraceId).SelectMany(span => span.Tags), tag => tag.Value?.Contains("acme") ?? false);
    }

    [Fact]
    public async Task A_stage_that_runs_again_elsewhere_is_in_the_same_trace()
    {
        var trace = Guid.CreateVersion7().ToString("n");

        await Render($"video_{trace}");
        await Render($"video_{trace}");

        var stages = _spans.Where(span => span.OperationName == "RenderShot" && span.TraceId.ToHexString() == trace).ToList();
        Assert.Equal(2, stages.Count);
        Assert.Single(stages.Select(span => span.ParentSpanId).Distinct());
    }

    [Fact]
    public async Task Where_the_host_has_a_trace_of_its_own_the_stage_goes_under_it()
    {
        const string Host = "0af7651916cd43dd8448eb211c80319c";
        using (StageTraces.Under($"00-{Host}-b7ad6b7169203331-01"))
        {
            await Render($"video_{Guid.CreateVersion7():n}");
        }

        var stage = One(Host, "RenderShot");
        Assert.Equal("b7ad6b7169203331", Above(stage).Last().ParentSpanId.ToHexString());
        Assert.Equal(stage.TraceId, One(Host, "Job shot").TraceId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public void A_host_without_a_trace_adds_none(string? parent) => Assert.Null(StageTraces.Under(parent));

    private async Task Render(string videoId)
    {
        var stage = StageTraces.Around(new ActivityEntry(
            "RenderShot", typeof(Step<string>), typeof(RenderStatus), async (_, _, cancellation) =>
            {
                using var worker = _route.Open();
                await worker.Submit(videoId, Jobs.Shot(1), cancellation);
                return await worker.End(videoId);
            }));
        await stage.Run(null!, new Step<string>("acme", videoId, "order"), default);
    }

    private Activity One(string trace, string name) =>
        Assert.Single(_spans, span => span.OperationName == name && span.TraceId.ToHexString() == trace);

    /// <summary>Parents, nearest first, as far as they were made here.</summary>
    private IEnumerable<Activity> Above(Activity span)
    {
        while (_spans.FirstOrDefault(one => one.SpanId == span.ParentSpanId && one.TraceId == span.TraceId) is { } parent)
        {
            yield return parent;
            span = parent;
        }
    }
}
