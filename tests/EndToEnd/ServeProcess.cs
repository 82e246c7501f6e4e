using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary><c>sora serve</c> in a process of its own, which may be killed and started again on the same data and port.</summary>
internal sealed partial class ServeProcess(string folder, string name, Dictionary<string, string> environment) : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private Process? _process;

    public string Url => $"http://127.0.0.1:{_port}";

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    public string Key { get; private set; } = "";

    public async Task Start()
    {
        _process = Sora.Start("sora.dll", folder, environment, "serve", "--url", Url, "--data", name);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && FirstKey().Match(text) is { Success: true } shown)
            {
                Key = shown.Value;
            }
        };
        _process.BeginOutputReadLine();
        for (var tries = 0; !await Ready(); tries++)
        {
            Assert.False(_process.HasExited, $"{name} ended at once.");
            Assert.True(tries < 600, $"{name} does not get ready.");
            await Task.Delay(100);
        }

        for (var tries = 0; Key.Length == 0 && tries < 100; tries++)
        {
            await Task.Delay(50);
        }

        Client.BaseAddress ??= new Uri(Url);
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    /// <summary>By SIGKILL.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null)
        {
            await Kill();
        }
    }

    private async Task<bool> Ready()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await http.GetAsync($"{Url}/readyz");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("sk-sora-[A-Za-z0-9_-]{43,}")]
    private static partial Regex FirstKey();
}
