using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Local.Hosting;

/// <summary>The pipeline in this process, without a server.</summary>
internal static class LocalHost
{
    /// <summary>Puts it together; nothing runs yet.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="quiet">Whether only errors are logged.</param>
    public static IHost Build(LocalOptions options, bool quiet)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddSimpleConsole().SetMinimumLevel(quiet ? LogLevel.Critical : LogLevel.Warning);
        builder.Services.AddSoraLocal(options);
        return builder.Build();
    }

    /// <summary>Makes the tables that are not there yet.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        await database.Database.EnsureCreatedAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
    }
}
