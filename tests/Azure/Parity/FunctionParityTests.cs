using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Azure.Tests.Parity;

/// <summary>The functions that Azure has, against what the server of one machine runs.</summary>
public sealed class FunctionParityTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-parity-").FullName;
    private WebApplication _local = null!;

    public Task InitializeAsync()
    {
        _local = LocalServer.Build(
            "http://127.0.0.1:0", new LocalOptions { DataFolder = _folder, PublicUrl = "http://localhost:7071", Worker = new Uri("http://127.0.0.1:1") });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _local.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Functions_have_names_of_their_own() =>
        Assert.All(FunctionEntry.All.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase), group => Assert.Single(group));

    [Fact]
    public void Every_route_of_the_local_server_has_a_function_and_no_function_is_without_one()
    {
        // The links of its own blobs are answered by the storage account in Azure.
        var endpoints = ((IEndpointRouteBuilder)_local).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith($"/{SignedLinks.Prefix}/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method} {endpoint.RoutePattern.RawText!.Trim('/')}"));

        var functions = FunctionEntry.With<HttpTriggerAttribute>()
            .Select(entry => (HttpTriggerAttribute)entry.Binding)
            .Where(trigger => trigger.Methods is not null)
            .SelectMany(trigger => trigger.Methods!.Select(method => $"{method.ToUpperInvariant()} {trigger.Route}"));

        Assert.Equal(endpoints.Order(), functions.Order());
    }

    [Fact]
    public void Every_http_function_asks_no_key_of_the_host_and_is_bound_to_the_client()
    {
        Assert.All(FunctionEntry.With<HttpTriggerAttribute>(), entry =>
        {
            Assert.Equal(AuthorizationLevel.Anonymous, ((HttpTriggerAttribute)entry.Binding).AuthLevel);
            Assert.Contains(entry.Method.GetParameters(), parameter => parameter.ParameterType == typeof(DurableTaskClient)
                && parameter.IsDefined(typeof(DurableClientAttribute), false));
        });
    }

    [Fact]
    public void One_function_takes_every_other_path()
    {
        var other = FunctionEntry.With<HttpTriggerAttribute>().Single(entry => ((HttpTriggerAttribute)entry.Binding).Methods is null);
        Assert.Equal("{*path}", ((HttpTriggerAttribute)other.Binding).Route);
    }

    [Fact]
    public void Every_orchestration_of_the_local_server_has_a_function_of_its_types()
    {
        var functions = FunctionEntry.With<OrchestrationTriggerAttribute>().Select(entry =>
        {
            Assert.Equal(typeof(TaskOrchestrationContext), entry.Trigger.ParameterType);
            var input = Assert.Single(entry.Method.GetParameters(), parameter => parameter != entry.Trigger);
            return (entry.Name, Input: input.ParameterType, entry.Output);
        });

        Assert.Equal(
            Catalog.Orchestrations.Values.Select(entry => (entry.Name, entry.Input, entry.Output)).OrderBy(entry => entry.Name),
            functions.OrderBy(entry => entry.Name));
    }

    [Fact]
    public void Every_activity_of_the_local_server_has_a_function_of_its_types() => Assert.Equal(
        Catalog.Activities.Values.Select(entry => (entry.Name, entry.Input, entry.Output)).OrderBy(entry => entry.Name),
        FunctionEntry.With<ActivityTriggerAttribute>()
            .Select(entry => (entry.Name, Input: entry.Trigger.ParameterType, entry.Output)).OrderBy(entry => entry.Name));

    [Fact]
    public void Every_timer_of_the_local_server_has_a_function_of_its_period() => Assert.Equal(
        _local.Services.GetRequiredService<IReadOnlyList<TimerEntry>>().Select(timer => (timer.Name, Schedule: Schedules.Every(timer.Every))).OrderBy(timer => timer.Name),
        FunctionEntry.With<TimerTriggerAttribute>()
            .Select(entry => (entry.Name, ((TimerTriggerAttribute)entry.Binding).Schedule)).OrderBy(timer => timer.Name));

    [Fact]
    public void Nothing_else_is_a_function() => Assert.All(FunctionEntry.All, entry => Assert.True(
        entry.Binding is HttpTriggerAttribute or OrchestrationTriggerAttribute or ActivityTriggerAttribute or TimerTriggerAttribute));

    private OrchestrationCatalog Catalog => _local.Services.GetRequiredService<OrchestrationCatalog>();
}
