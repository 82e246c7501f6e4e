using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Service.Tests;

/// <summary>The container's program, started as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;
    private readonly Uri _address;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its own folder.</param>
    /// <param name="settings">What its environment holds beside that.</param>
    public WorkerProcess(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        _address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SoraFunctions.Service.dll")])
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = _address.AbsoluteUri, ["SORA_WORKER_FOLDER"] = folder, ["SORA_WORKER_TOKEN"] = "secret" },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
    }

    /// <summary>What it has said so far.</summary>
    public IEnumerable<string> Lines => _lines;

    /// <summary>A client for what <see cref="Worker"/> has no words for; each call fails while the process is starting or gone.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = _address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        return client;
    }

    /// <summary>A client that waits as long as the process needs to start.</summary>
    /// <param name="tries">Repeats of each call.</param>
    public HttpWorker Worker(int tries = 200) => new(Client(), new WorkerRetry(tries, TimeSpan.FromMilliseconds(10)));

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
