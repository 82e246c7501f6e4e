using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SoraFunctions.Local.Hosting;

/// <summary>
/// Lets SQLite itself wait for another writer, by a few milliseconds at a time. Without it the client looks again only every 150 ms, and
/// a burst of creates spends its time asleep. What is deleted is overwritten, so that it can't be read out of the file.
/// </summary>
internal sealed class QuickWaits : DbConnectionInterceptor
{
    private const string _setting = "PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON";

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _setting;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _setting;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
