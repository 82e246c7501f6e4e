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

    /// <summary>Brings the tables up to this build.</summary>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        using var alone = await SchemaLock.Take(scope.ServiceProvider.GetRequiredService<DataFolder>(), cancellation);

        // Whoever died in the middle of it left the row by which it held others off, and holds this file no more.
        await database.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellation);
        await DatabasePreparation.Prepare(database, cancellation);
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
    }
}
