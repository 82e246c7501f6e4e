using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace SoraFunctions.Azurite.Tests.Hosting;

/// <summary>A storage server on a free port, over https and with bearer tokens as Azure has them; blobs in memory.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    public const string Account = "devstoreaccount1";

    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly X509Certificate2 _certificate = SelfSigned();
    private Process? _process;

    public Uri Address { get; private set; } = null!;

    /// <summary>A client without an identity: all it has is what stands in the address.</summary>
    public HttpClient Stranger { get; private set; } = null!;

    public BlobServiceClient Service { get; private set; } = null!;

    private static string Program => Path.Combine(Checkout(), "tests", "Azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new FileNotFoundException("These tests need the storage server: run './sora test', or npm install in tests/Azurite.", Program);
        }

        await File.WriteAllTextAsync(Path.Combine(_folder, "cert.pem"), _certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(_folder, "key.pem"), _certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var port = FreePort();
        Address = new Uri($"https://127.0.0.1:{port}/{Account}");
        _process = Start(port);
        Stranger = new HttpClient(Trusting());
        Service = Client(new HttpClientTransport(Trusting()));
        await Answering();
    }

    /// <summary>A client with the identity over a transport of its own.</summary>
    public BlobServiceClient Client(HttpPipelineTransport transport)
    {
        var options = new BlobClientOptions { Transport = transport };
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        return new BlobServiceClient(Address, new FakeTokens(), options);
    }

    /// <summary>Trusts the server's certificate and no other.</summary>
    public HttpClientHandler Trusting() => new()
    {
        ServerCertificateCustomValidationCallback = (_, given, _, _) => given?.Thumbprint == _certificate.Thumbprint,
    };

    public Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
            Stranger.Dispose();
        }

        _certificate.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private Process Start(int port)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Program, "--blobPort", $"{port}", "--inMemoryPersistence", "--extentMemoryLimit", "512", "--silent", "--disableTelemetry",
            "--skipApiVersionCheck", "--oauth", "basic", "--cert", Path.Combine(_folder, "cert.pem"), "--key", Path.Combine(_folder, "key.pem"),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("node does not start");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task Answering()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await Stranger.GetAsync(Address, patience.Token);
                return;
            }
            catch (HttpRequestException) when (!_process!.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
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
