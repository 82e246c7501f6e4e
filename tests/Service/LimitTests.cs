using System.Net;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Service.Http;
using SoraFunctions.Service.Jobs;

namespace SoraFunctions.Service.Tests;

/// <summary>What a worker does not take, and what it stops.</summary>
public sealed class LimitTests
{
    private static void Hang(DeskUnderTest desk) => desk.Engine.Middle = (_, _, _, cancellation) => Task.Delay(Timeout.Infinite, cancellation);

    [Fact]
    public async Task Run_beyond_the_time_limit_is_stopped_for_good_however_busy_it_is()
    {
        var time = new ManualTime();
        await using var desk = new DeskUnderTest(options => options with { Patience = TimeSpan.FromMinutes(20), TimeLimit = TimeSpan.FromMinutes(30) }, time: time);
        desk.Engine.Middle = async (_, _, progress, cancellation) =>
        {
            for (var minute = 0; minute < 30; minute++)
            {
                time.Advance(TimeSpan.FromMinutes(1));
                progress.Report(minute / 100.0);
            }

            await Task.Delay(Timeout.Infinite, cancellation);
        };
        await desk.Worker.Submit("k", Jobs.Shot(1), default);

        var error = (await desk.Worker.End("k")).Error;

        Assert.Equal(("time_limit", false), (error?.Code, error?.Transient));
        Assert.Contains("30 minutes", error!.Message);
    }

    [Fact]
    public void Youngest_run_is_stopped_when_memory_stays_over_the_limit_after_a_collection()
    {
        var used = 50L;
        using var watch = new MemoryWatch(100, () => used, TimeProvider.System);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        watch.Watch(first);
        watch.Watch(second);
        watch.Look();
        used = 200;
        watch.Look();
        Assert.False(second.IsCancellationRequested);
        watch.Look();
        Assert.True(second.IsCancellationRequested);
        Assert.False(first.IsCancellationRequested);
        used = 50;
        watch.Look();
        watch.Look();
        Assert.False(first.IsCancellationRequested);
    }

    [Fact]
    public async Task Job_that_takes_too_much_memory_fails_and_says_what_to_do()
    {
        await using var desk = new DeskUnderTest(options => options with { MemoryLimit = 1 });
        Hang(desk);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        var error = (await desk.Worker.End("k")).Error;
        Assert.Equal(("out_of_memory", false), (error?.Code, error?.Transient));
        Assert.Contains("SORA_WORKER_MEMORY_LIMIT", error!.Message);
    }

    [Fact]
    public async Task Full_queue_says_when_to_come_again_and_the_client_does()
    {
        await using var desk = new DeskUnderTest(options => options with { QueueLimit = 1 });
        await using var host = await HttpHost.Start(desk.Desk, new DeskHttp());
        var hold = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        await desk.Worker.Submit("a", Jobs.Shot(1), default);

        using var http = host.Client();
        using var answer = await http.PutAsync("/renders/b", JsonOf(Jobs.Shot(2)));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        var time = new ManualTime();
        using var patient = new HttpWorker(host.Client(), new WorkerRetry(3, TimeSpan.FromMilliseconds(1)) { Time = time });
        var asked = patient.Submit("b", Jobs.Shot(2), default);
        await Task.Delay(300);
        Assert.False(asked.IsCompleted);
        hold.SetResult();
        await desk.Worker.End("a");
        while (!asked.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5);
        }

        Assert.NotEqual(RenderState.Failed, (await asked).State);
    }

    [Fact]
    public async Task Client_says_whose_turn_it_is_and_what_cannot_be_a_turn_is_a_400()
    {
        await using var desk = new DeskUnderTest(options => options with { Shots = 1 });
        await using var host = await HttpHost.Start(desk.Desk, new DeskHttp());
        var hold = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => hold.Task.WaitAsync(cancellation);
        using var worker = host.Worker();
        await worker.Submit("first", Jobs.Shot(1), default);
        await desk.Engine.Begun;
        await worker.Submit("batch", Jobs.Shot(2), new Turn { Priority = Priority.Batch, Party = "a" }, default);
        await worker.Submit("urgent", Jobs.Shot(3), new Turn { Party = "b" }, default);
        hold.SetResult();
        await worker.End("batch");
        Assert.Equal([1, 3, 2], desk.Engine.Seeds);

        using var http = host.Client();
        foreach (var (name, value) in new[] { ("Sora-Priority", "urgent"), ("Sora-Party", "a b") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "/renders/k") { Content = JsonOf(Jobs.Shot(1)), Headers = { { name, value } } };
            using var refused = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Input_by_address_is_refused_by_name()
    {
        await using var desk = new DeskUnderTest();
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => desk.Worker.Submit("k", Jobs.Shot(1, "https://elsewhere.example.com/a.png"), default));
        Assert.Contains("https://elsewhere.example.com/a.png", error.Message);
    }

    private static StringContent JsonOf(RenderJob job) =>
        new(System.Text.Json.JsonSerializer.Serialize(job, Contract.Json.ContractJson.Default.RenderJob), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
}
