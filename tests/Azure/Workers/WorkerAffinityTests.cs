using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Contract;

namespace SoraFunctions.Azure.Tests.Workers;

/// <summary>Several replicas stand behind one address; whoever sends back the cookie of one gets to that one again.</summary>
public sealed class WorkerAffinityTests : IAsyncLifetime
{
    private readonly List<string> _replicas = [];
    private WebApplication _ingress = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _ingress = builder.Build();
        _ingress.MapGet("/engines", (HttpContext http) =>
        {
            var replica = http.Request.Cookies["affinity"] ?? $"replica-{_replicas.Count}";
            _replicas.Add(replica);
            http.Response.Cookies.Append("affinity", replica);
            return Results.Text("[]", "application/json");
        });
        await _ingress.StartAsync();
    }

    public async Task DisposeAsync() => await _ingress.DisposeAsync();

    [Fact]
    public async Task An_invocation_keeps_to_a_replica_and_another_one_to_another()
    {
        await using var services = new ServiceCollection().AddAzurePorts(Options()).BuildServiceProvider(validateScopes: true);
        for (var invocation = 0; invocation < 2; invocation++)
        {
            await using var scope = services.CreateAsyncScope();
            for (var call = 0; call < 3; call++)
            {
                await scope.ServiceProvider.GetRequiredService<IWorker>().Engines(CancellationToken.None);
            }
        }

        Assert.Equal(["replica-0", "replica-0", "replica-0", "replica-3", "replica-3", "replica-3"], _replicas);
    }

    private AzureOptions Options() => new()
    {
        PublicUrl = new Uri("https://video.example.com"),
        BlobsUrl = new Uri("https://account.blob.core.windows.net"),
        Database = "Host=localhost;Database=sora;Username=sora",
        SigningKeyUrl = new Uri("https://vault.vault.azure.net/keys/signing"),
        WorkerUrl = new Uri(_ingress.Urls.Single()),
    };
}
