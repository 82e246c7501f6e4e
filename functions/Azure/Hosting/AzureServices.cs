using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api;
using SoraFunctions.Azure.Activities;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Azure.Http;
using SoraFunctions.Azure.Orchestrators;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Campaigns;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Azure.Hosting;

/// <summary>The whole service in Azure.</summary>
public static class AzureServices
{
    /// <summary>Adds ports, pipeline, HTTP side, the doors of the functions, and the first key.</summary>
    /// <param name="services">The app's.</param>
    /// <param name="options">How the service runs.</param>
    public static IServiceCollection AddSoraAzure(this IServiceCollection services, AzureOptions options) => services
        .AddAzurePorts(options)
        .AddSingleton(new CampaignOptions { VideosAtOnce = 200, VideosOfEngine = 1000, Look = TimeSpan.FromSeconds(5) })
        .AddSoraApi(new ApiOptions
        {
            PublicUrl = options.PublicUrl,
            OperatorTenant = options.OperatorTenant,
            OpenVerification = options.OpenVerification,
            OpenManifests = options.OpenManifests,
            SeveralMachines = true,
        })
        .AddSoraPipeline()
        .AddFunctionDoors()
        .AddHostedService<FirstKeyAtStart>();

    /// <summary>Adds the orchestration client and what the functions stand on.</summary>
    /// <param name="services">Hold the catalog.</param>
    public static IServiceCollection AddFunctionDoors(this IServiceCollection services) => services
        .Configure<WorkerOptions>(worker => worker.Serializer = DurableMessages.Serializer)
        .AddSingleton(new MessageJson(PipelineJson.Default.Options))
        .AddSingleton<HttpDoor>()
        .AddSingleton<ActivityDoor>()
        .AddSingleton<OrchestratorDoor>()
        .AddScoped<ClientSlot>()
        .AddScoped<IOrchestrationClient, DurableOrchestrations>();
}
