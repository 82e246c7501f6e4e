using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Tests.Parity;

/// <summary>One machine offers what Azure offers.</summary>
public sealed class LocalParityTests
{
    [Fact]
    public async Task Local_runs_the_same_catalog()
    {
        var folder = Directory.CreateTempSubdirectory("sora-local-").FullName;
        var options = new LocalOptions { DataFolder = folder, PublicUrl = "http://localhost:8000", Worker = new Uri("http://localhost:8080") };
        await using (var services = new ServiceCollection().AddLogging().AddSoraLocal(options).BuildServiceProvider())
        {
            var local = services.GetRequiredService<OrchestrationCatalog>();
            var catalog = PipelineServices.Catalog();
            Assert.Equal(catalog.Version, local.Version);
            Assert.Equal(catalog.Orchestrations.Keys.Order(), local.Orchestrations.Keys.Order());
            Assert.Equal(catalog.Activities.Keys.Order(), local.Activities.Keys.Order());
        }

        Directory.Delete(folder, recursive: true);
    }
}
