using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using SoraFunctions.Pipeline.Data.Migrations;

namespace SoraFunctions.Pipeline.Data;

/// <summary>Brings the schema of a database up to this build, once at each start.</summary>
public static class DatabasePreparation
{
    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long AdvisoryLock = 0x534F5241;

    /// <summary>How long an instance waits for another one to finish.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Does every step that was not done yet. On PostgreSQL under a lock: of several instances that start at once one works and the others
    /// wait; a SQLite file's host sees to that. A database from before there were migrations is taken over as it is.
    /// </summary>
    /// <param name="database">Which.</param>
    /// <param name="cancellation">Stops; what was done stays.</param>
    public static async Task Prepare(SoraDatabase database, CancellationToken cancellation)
    {
        if (database.Database.ProviderName != SoraDatabase.Postgres)
        {
            await TakeOver(database, cancellation);
            await Migrate(database, cancellation);
            return;
        }

        // The provider's own lock ends with each step's transaction, and what is pending was read before it.
        database.Database.SetCommandTimeout(_patience);
        await database.Database.OpenConnectionAsync(cancellation);
        try
        {
            await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLock})", cancellation);
            await Migrate(database, cancellation);
            await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
        finally
        {
            // A lock that a failure left goes with the session: the pool resets what comes back to it.
            await database.Database.CloseConnectionAsync();
        }
    }

    private static async Task Migrate(SoraDatabase database, CancellationToken cancellation)
    {
        if ((await database.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await database.Database.MigrateAsync(cancellation);
        }
    }

    // Only SQLite files of single machines are that old.
    private static async Task TakeOver(SoraDatabase database, CancellationToken cancellation)
    {
        var history = database.GetService<IHistoryRepository>();
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation)
            || !await creator.HasTablesAsync(cancellation)
            || await history.ExistsAsync(cancellation))
        {
            return;
        }

        await using var together = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlRawAsync(history.GetCreateScript(), cancellation);
        await database.Database.ExecuteSqlRawAsync(
            history.GetInsertScript(new HistoryRow(M1First.Name, ProductInfo.GetVersion())), cancellation);
        await together.CommitAsync(cancellation);
    }
}
