using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Service.Tests;

/// <summary>What the client does when the line or the worker is bad.</summary>
public sealed class HttpWorkerRetryTests
{
    private static readonly string _hash = Jobs.Hash(Jobs.Bytes("hello"));

    /// <summary>Answers from a list and keeps what it was sent.</summary>
    private sealed class Line(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return answers[Math.Min(Bodies.Count, answers.Length) - 1]();
        }

        public HttpWorker Worker => new(new HttpClient(this) { BaseAddress = new Uri("http://worker.test/") }, new WorkerRetry(2, TimeSpan.Zero));
    }

    private static Func<HttpResponseMessage> Answer(HttpStatusCode status, string body = "") => () => new(status) { Content = new StringContent(body) };

    private static HttpResponseMessage Broken() => throw new HttpRequestException("connection reset");

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Passing_trouble_is_sat_out_and_the_body_is_sent_whole_again(HttpStatusCode trouble)
    {
        var line = new Line(Answer(trouble), Broken, Answer(HttpStatusCode.Created));
        await line.Worker.Put(_hash, new MemoryStream(Jobs.Bytes("xxhello")) { Position = 2 }, default);
        Assert.Equal(["hello", "hello", "hello"], line.Bodies);
    }

    [Fact]
    public async Task Stream_without_a_way_back_is_sent_once()
    {
        using var packed = new MemoryStream();
        using (var pack = new DeflateStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            pack.Write(Jobs.Bytes("hello"));
        }

        packed.Position = 0;
        var line = new Line(Answer(HttpStatusCode.ServiceUnavailable), Answer(HttpStatusCode.Created));
        var failure = await Assert.ThrowsAsync<WorkerException>(() => line.Worker.Put(_hash, new DeflateStream(packed, CompressionMode.Decompress), default));
        Assert.True(failure.Error.Transient);
        Assert.Equal(["hello"], line.Bodies);
    }

    [Fact]
    public async Task Stream_of_the_caller_stays_open()
    {
        var stream = new MemoryStream(Jobs.Bytes("hello"));
        await new Line(Answer(HttpStatusCode.Created)).Worker.Put(_hash, stream, default);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task Worker_that_stays_away_is_a_passing_failure_that_names_it()
    {
        var line = new Line(Broken);
        var failure = await Assert.ThrowsAsync<WorkerException>(() => line.Worker.Has(_hash, default));
        Assert.Equal(("internal", true), (failure.Error.Code, failure.Error.Transient));
        Assert.Contains("worker.test", failure.Message);
        Assert.Equal(3, line.Bodies.Count);
    }

    [Fact]
    public async Task Full_disk_is_not_asked_again()
    {
        var line = new Line(Answer(HttpStatusCode.InsufficientStorage, """{"error":{"message":"full","type":"server_error","param":null,"code":"out_of_space"}}"""));
        var failure = await Assert.ThrowsAsync<WorkerException>(() => line.Worker.Put(_hash, new MemoryStream(), default));
        Assert.Equal(("out_of_space", "full"), (failure.Error.Code, failure.Message));
        Assert.Single(line.Bodies);
    }

    [Fact]
    public async Task Words_of_a_proxy_in_between_are_told_as_they_are()
    {
        var failure = await Assert.ThrowsAsync<WorkerException>(() => new Line(Answer(HttpStatusCode.BadGateway, "<html>")).Worker.Engines(default));
        Assert.Contains("502", failure.Message);
        Assert.True(failure.Error.Transient);
    }

    [Fact]
    public async Task Wrong_token_is_not_asked_again()
    {
        var line = new Line(Answer(HttpStatusCode.Unauthorized));
        Assert.Equal("unauthorized", (await Assert.ThrowsAsync<WorkerException>(() => line.Worker.Cancel("k", default))).Error.Code);
        Assert.Single(line.Bodies);
    }

    [Fact]
    public async Task Time_that_a_busy_worker_names_is_waited()
    {
        var line = new Line(
            () => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero) } },
            Answer(HttpStatusCode.NoContent));
        await line.Worker.Cancel("k", default);
        Assert.Equal(2, line.Bodies.Count);
    }

    [Fact]
    public async Task Caller_that_gives_up_ends_the_asking()
    {
        using var stop = new CancellationTokenSource();
        var line = new Line(() =>
        {
            stop.Cancel();
            return Broken();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line.Worker.Has(_hash, stop.Token));
        Assert.Single(line.Bodies);
    }
}
