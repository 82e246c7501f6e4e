using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary>The worker in a process of its own, on a free port.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process, string url) => (_process, Url) = (process, url);

    public string Url { get; }

    public static async Task<WorkerProcess> Start(string folder)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var process = Sora.Start(
            "SoraFunctions.Service.dll",
            folder,
            new Dictionary<string, string> { ["SORA_WORKER_FOLDER"] = Path.Combine(folder, "worker") },
            "--urls",
            url);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            Assert.False(process.HasExited, "The worker ended at once.");
            try
            {
                using var answer = await http.GetAsync($"{url}/healthz");
                answer.EnsureSuccessStatusCode();
                return new WorkerProcess(process, url);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
