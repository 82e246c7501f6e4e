using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Service.Tests;

/// <summary>The container's program, started as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Uri _address;

    public WorkerProcess(string folder)
    {
        _address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SoraFunctions.Service.dll")])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = _address.AbsoluteUri, ["SORA_WORKER_FOLDER"] = folder, ["SORA_WORKER_TOKEN"] = "secret" },
        })!;
        _process.BeginOutputReadLine();
    }

    /// <summary>A client that waits as long as the process needs to start.</summary>
    public HttpWorker Worker()
    {
        var client = new HttpClient { BaseAddress = _address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        return new HttpWorker(client, new WorkerRetry(200, TimeSpan.FromMilliseconds(10)));
    }

    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as orchestrators do, and gives its exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
