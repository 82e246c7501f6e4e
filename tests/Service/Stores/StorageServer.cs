using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>A storage server of its own process on this machine, which can be stopped and started; containers are had by signed address.</summary>
public sealed class StorageServer : IAsyncLifetime
{
    private const string Account = "devstoreaccount1";

    /// <summary>Of the storage emulator, known to everybody.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    private static string Program => Path.Combine(Checkout(), "tests", "Azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");

    public Task InitializeAsync() => Start();

    public Task DisposeAsync()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>The signed address of a new container.</summary>
    public async Task<Uri> NewContainer()
    {
        var name = "c" + Guid.NewGuid().ToString("n");
        using var http = new HttpClient();
        (await http.PutAsync($"http://127.0.0.1:{_port}/{Account}/{name}?restype=container&{Signature()}", null)).EnsureSuccessStatusCode();
        return new Uri($"http://127.0.0.1:{_port}/{Account}/{name}?{Signature()}");
    }

    public async Task Start()
    {
        if (!File.Exists(Program))
        {
            throw new FileNotFoundException("These tests need the storage server: run './sora test', or npm install in tests/Azurite.", Program);
        }

        var start = new ProcessStartInfo("node") { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Program, "--blobPort", $"{_port}", "--location", _folder, "--silent", "--disableTelemetry", "--skipApiVersionCheck"])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync($"http://127.0.0.1:{_port}/{Account}", patience.Token);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    /// <summary>Ends it in good order: it writes what it holds then, and now and then before.</summary>
    public void Stop()
    {
        if (_process is not null)
        {
            using var end = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _process = null;
    }

    private static string Signature()
    {
        const string Version = "2019-12-12";
        var until = DateTimeOffset.UtcNow.AddHours(12).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = $"{Account}\nrwdlac\nb\nsco\n\n{until}\n\n\n{Version}\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(text)));
        return $"sv={Version}&ss=b&srt=sco&sp=rwdlac&se={Uri.EscapeDataString(until)}&sig={Uri.EscapeDataString(signature)}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Checkout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SoraFunctions.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run inside a checkout.");
        }

        return folder;
    }
}
