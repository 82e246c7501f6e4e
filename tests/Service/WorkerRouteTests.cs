using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

/// <summary>Two replicas behind one address, as a container app has them.</summary>
public sealed class WorkerRouteTests : IAsyncLifetime
{
    private readonly DeskUnderTest[] _desks = [new(), new()];
    private readonly List<HttpHost> _hosts = [];
    private RoundRobin _proxy = null!;
    private WorkerRoute _route = null!;

    public async Task InitializeAsync()
    {
        foreach (var desk in _desks)
        {
            _hosts.Add(await HttpHost.Start(desk.Desk, new DeskHttp { Token = "secret" }));
        }

        _proxy = await RoundRobin.Start([.. _hosts]);
        _route = new WorkerRoute(_proxy.Address, _ => ValueTask.FromResult<string?>("secret"), new WorkerRetry(2, TimeSpan.Zero));
    }

    public async Task DisposeAsync()
    {
        _route.Dispose();
        await _proxy.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        foreach (var desk in _desks)
        {
            await desk.DisposeAsync();
        }
    }

    [Fact]
    public async Task Each_job_stays_with_one_replica_and_jobs_spread_over_replicas()
    {
        var bytes = Jobs.Bytes("a picture");
        for (var job = 0; job < 4; job++)
        {
            using var worker = _route.Open();
            if (!await worker.Has(Jobs.Hash(bytes), default))
            {
                await worker.Put(Jobs.Hash(bytes), new MemoryStream(bytes), default);
            }

            await worker.Submit($"job{job}", Jobs.Shot(job), default);
            var end = await worker.End($"job{job}");
            Assert.Equal(RenderState.Completed, end.State);
            await using var clip = await worker.Open(end.Outputs[0].Sha256, default);
            Assert.NotEqual(-1, clip.ReadByte());
        }

        var replicas = Enumerable.Range(0, 4)
            .Select(job => Assert.Single(_proxy.Calls.Where(call => call.Call.EndsWith($"/job{job}")).Select(call => call.Replica).Distinct()));
        Assert.Equal([0, 1, 0, 1], replicas);
    }

    [Fact]
    public async Task Whose_replica_is_gone_comes_to_another_one_and_stays_there()
    {
        using var worker = _route.Open();
        await worker.Engines(default);
        _proxy.Gone.Add(0);

        Assert.Null(await worker.Status("lost", 0, TimeSpan.Zero, default));
        await worker.Engines(default);

        Assert.Equal([0, 1, 1], _proxy.Calls.Select(call => call.Replica));
    }

    [Fact]
    public async Task A_worker_that_fails_too_often_is_left_alone_until_the_break_is_over()
    {
        var time = new ManualTime();
        var asked = 0;
        var broken = true;
        await using var app = await Start(_ => ++asked > 0 && broken ? 503 : 200);
        using var route = new WorkerRoute(
            new Uri(app.Urls.Single()), _ => ValueTask.FromResult<string?>(null),
            new WorkerRetry(1, TimeSpan.Zero) { BreakAfter = 4, Break = TimeSpan.FromSeconds(5), Time = time });
        for (var call = 0; call < 2; call++)
        {
            using var caller = route.Open();
            await Assert.ThrowsAsync<WorkerException>(() => caller.Engines(default));
        }

        Assert.Equal(4, asked);
        using var another = route.Open();
        var failure = await Assert.ThrowsAsync<WorkerException>(() => another.Engines(default));
        Assert.True(failure.Error.Transient);
        Assert.Contains("fails too often and is left alone", failure.Error.Message);
        Assert.Equal(4, asked);

        broken = false;
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Empty(await another.Engines(default));
    }

    [Fact]
    public async Task A_worker_that_is_merely_busy_is_not_left_alone()
    {
        var asked = 0;
        await using var app = await Start(_ => ++asked > 0 ? 429 : 200);
        using var route = new WorkerRoute(
            new Uri(app.Urls.Single()), _ => ValueTask.FromResult<string?>(null), new WorkerRetry(1, TimeSpan.Zero) { BreakAfter = 2 });
        using var worker = route.Open();

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal("busy", (await Assert.ThrowsAsync<WorkerException>(() => worker.Engines(default))).Error.Code);
        }

        Assert.Equal(6, asked);
    }

    private static async Task<WebApplication> Start(Func<HttpContext, int> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            context.Response.StatusCode = answer(context);
            await context.Response.WriteAsync("[]");
        });
        await app.StartAsync();
        return app;
    }
}
