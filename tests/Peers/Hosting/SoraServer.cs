using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SoraFunctions.Peers.Tests.Hosting;

/// <summary>The real <c>sora serve</c> in a process of its own, with an empty data folder.</summary>
public sealed partial class SoraServer : IAsyncLifetime
{
    /// <summary>The secrets of its app at Shopify's, the newest first.</summary>
    public const string ShopifySecrets = "shpss_new,shpss_old";

    private static readonly TimeSpan _start = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-peers-").FullName;
    private readonly StringBuilder _output = new();
    private Process _process = null!;

    public string Url { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The key that the first start printed.</summary>
    public string Key { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var keyShown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Environment.ProcessPath is { } path && path.EndsWith("dotnet", StringComparison.Ordinal) ? path : "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "sora.dll"), "serve", "--url", Url, "--data", _folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["SORA_ALLOW_LOCAL_NETWORK"] = "1", ["SORA_SHOPIFY_CLIENT_ID"] = "key", ["SORA_SHOPIFY_SECRETS"] = ShopifySecrets, ["COLUMNS"] = "400" },
            },
        };
        _process.OutputDataReceived += (_, line) => Heard(line.Data, keyShown);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data, keyShown);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => keyShown.TrySetException(new InvalidOperationException($"sora serve ended: {_output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Key = await keyShown.Task.WaitAsync(_start);
    }

    public async Task DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What it wrote, for the message of a failed test.</summary>
    public override string ToString()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    private void Heard(string? line, TaskCompletionSource<string> keyShown)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (KeyForm().Match(line ?? "") is { Success: true } match)
        {
            keyShown.TrySetResult(match.Value);
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    [GeneratedRegex("sk-sora-[A-Za-z0-9_-]{43}")]
    private static partial Regex KeyForm();
}
