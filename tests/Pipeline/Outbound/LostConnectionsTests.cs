using System.Net;
using System.Net.Sockets;
using System.Text;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Tests.Outbound;

public sealed class LostConnectionsTests
{
    private static readonly WorkerRetry _soon = new(1, TimeSpan.FromMilliseconds(1)) { BreakAfter = 1000 };

    [Fact]
    public async Task A_socket_that_died_as_it_was_connected_is_a_failed_request()
    {
        using var client = new HttpClient(new LostConnections(new Dead()));
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://worker.internal:8080/engines")));
        Assert.Equal(HttpRequestError.ConnectionError, failure.HttpRequestError);
        Assert.Contains("worker.internal:8080", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_resets_every_connection_is_out_of_reach_for_the_moment()
    {
        using var listener = Answer(socket => socket.LingerState = new LingerOption(true, 0));
        using var route = Route(listener);
        using var worker = route.Open();
        for (var ask = 0; ask < 50; ask++)
        {
            var gone = await Assert.ThrowsAsync<WorkerException>(() => worker.Status("a", 0, TimeSpan.Zero, default));
            Assert.True(gone.Error.Transient);
        }
    }

    [Fact]
    public async Task An_answer_that_breaks_off_may_be_asked_for_again()
    {
        using var listener = Answer(socket =>
        {
            _ = socket.Receive(new byte[4096]);
            _ = socket.Send(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"state\":"));
            socket.Shutdown(SocketShutdown.Both);
        });
        using var route = Route(listener);
        using var worker = route.Open();
        var gone = await Assert.ThrowsAsync<WorkerException>(() => worker.Status("a", 0, TimeSpan.Zero, default));
        Assert.True(gone.Error.Transient);
        Assert.Contains("broke off", gone.Message, StringComparison.Ordinal);
    }

    private static WorkerRoute Route(TcpListener listener) =>
        new(new Uri($"http://{listener.LocalEndpoint}/"), _ => ValueTask.FromResult<string?>(null), _soon);

    private static TcpListener Answer(Action<Socket> answer)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Accept();
        return listener;

        async Task Accept()
        {
            try
            {
                while (true)
                {
                    using var socket = await listener.AcceptSocketAsync().ConfigureAwait(false);
                    answer(socket);
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
            }
        }
    }

    private sealed class Dead : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.NotConnected);
    }
}
