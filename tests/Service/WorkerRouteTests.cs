using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Http;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests;

/// <summary>Two replicas behind one address, as a container app has them.</summary>
public sealed class WorkerRouteTests : IAsyncLifetime
{
    private readonly string _store = Directory.CreateTempSubdirectory("sora-store-").FullName;
    private readonly List<DeskUnderTest> _desks = [];
    private readonly List<HttpHost> _hosts = [];
    private RoundRobin _proxy = null!;
    private WorkerRoute _route = null!;

    public async Task InitializeAsync()
    {
        for (var replica = 0; replica < 2; replica++)
        {
            var desk = new DeskUnderTest(options => options with { Store = new FolderStore(_store), Look = TimeSpan.FromSeconds(0.05) });
            _desks.Add(desk);
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

        Directory.Delete(_store, recursive: true);
    }

    [Fact]
    public async Task Calls_for_one_job_may_come_to_any_replica()
    {
        var bytes = Jobs.Bytes("a picture");
        using var worker = _route.Open();
        for (var job = 0; job < 4; job++)
        {
            if (!await worker.Has(Jobs.Hash(bytes), default))
            {
                await worker.Put(Jobs.Hash(bytes), new MemoryStream(bytes), default);
            }

            await worker.Submit($"job{job}", Jobs.Shot(job, Jobs.Hash(bytes)), default);
            var end = await worker.End($"job{job}");
            Assert.Equal(FakeEngine.ClipOf(job, "a picture"), await worker.Read(end.Outputs[0].Sha256));
        }

        Assert.Equal([0, 1], _proxy.Calls.Select(call => call.Replica).Distinct().Order());
        Assert.Equal(4, _desks.Sum(desk => desk.Engine.Renders));
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
