using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Azure.Hosting;
using SoraFunctions.Pipeline;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>The app with ports in memory: its functions are called as the worker calls them.</summary>
internal sealed class AzureHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private AzureHost(string folder, WebApplication app) => (_folder, _app) = (folder, app);

    public IServiceProvider Services => _app.Services;

    public string Key { get; private set; } = "";

    public static async Task<AzureHost> Start(Action<IServiceCollection>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("sora-azure-").FullName;

        // The worker is a web host too; here it is built and never started.
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        builder.Services
            .AddMemoryPorts(folder)
            .AddSoraApi(new ApiOptions { PublicUrl = new Uri("https://video.example.com") })
            .AddSoraPipeline()
            .AddFunctionDoors();
        change?.Invoke(builder.Services);
        var host = new AzureHost(folder, builder.Build());
        await host.Use(async services => await services.GetRequiredService<SoraDatabase>().Database.EnsureCreatedAsync());
        host.Key = (await host.Use(services => services.GetRequiredService<FirstStart>().Run(default)))!.Secret;
        return host;
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task<T> Use<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    /// <summary>Calls a function in a scope of its own, as an invocation has one.</summary>
    /// <param name="entry">Which.</param>
    /// <param name="trigger">What triggers it.</param>
    /// <param name="client">What it is bound to.</param>
    /// <param name="more">The value of a parameter without a binding: an orchestration's input.</param>
    public async Task<object?> Call(FunctionEntry entry, object? trigger, DurableTaskClient? client = null, object? more = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var context = new TestFunctionContext(scope.ServiceProvider);
        var target = ActivatorUtilities.CreateInstance(scope.ServiceProvider, entry.Method.DeclaringType!);
        var arguments = entry.Method.GetParameters().Select(parameter =>
            parameter == entry.Trigger ? trigger
            : parameter.ParameterType == typeof(FunctionContext) ? context
            : parameter.IsDefined(typeof(DurableClientAttribute), false) ? client
            : more);
        var task = (Task)entry.Method.Invoke(target, [.. arguments])!;
        await task;
        return entry.Method.ReturnType.IsGenericType ? ((dynamic)task).Result : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
