using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoraFunctions.Api;
using SoraFunctions.Api.Authentication;
using SoraFunctions.Local.Blobs;
using SoraFunctions.Local.Timers;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Local.Hosting;

/// <summary>The service in this process, behind Kestrel.</summary>
internal static class LocalServer
{
    /// <summary>Runs until it is told to stop; what is in flight then goes on at the next start.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string url, LocalOptions options, CancellationToken cancellation)
    {
        await using var app = Build(url, options);
        await LocalHost.Prepare(app.Services, cancellation);
        await app.StartAsync(cancellation);

        // Made only once the server listens: a key that is never shown would be lost.
        Greet(url, options, await FirstKey(app.Services, cancellation));
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>Puts it together: all routes, orchestrations and timers. Nothing runs yet.</summary>
    public static WebApplication Build(string url, LocalOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "sora" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.UseUrls(url);
        builder.Services.AddSoraLocal(options).AddSingleton(TimerCatalog.All).AddHostedService<TimerService>();
        var app = builder.Build();
        app.MapSoraApi();
        BlobLinkRoute.Map(app, app.Services.GetRequiredService<BlobLinkOptions>());
        return app;
    }

    private static async Task<string?> FirstKey(IServiceProvider services, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<FirstStart>().Run(cancellation))?.Secret;
    }

    private static void Greet(string url, LocalOptions options, string? key)
    {
        Console.WriteLine($"SoraFunctions listens on {url}, keeps its data in {options.DataFolder}, and renders {(options.Worker is { } worker ? $"on {worker}" : "in this process")}.");
        if (key is not null)
        {
            Console.WriteLine($"Your first API key, shown this once: {key}");
        }

        var shown = key ?? "$SORA_API_KEY";
        Console.WriteLine("Try it:");
        Console.WriteLine(
            $"  curl -s {url.TrimEnd('/')}/v1/videos -H \"Authorization: Bearer {shown}\" -H 'Content-Type: application/json' -d '{{\"prompt\":\"A red ball bounces on a marble counter\",\"seconds\":\"4\",\"size\":\"1280x720\"}}'");
    }
}
