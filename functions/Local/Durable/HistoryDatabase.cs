using Microsoft.Data.Sqlite;

namespace SoraFunctions.Local.Durable;

/// <summary>The file that holds the history, and its tables.</summary>
/// <param name="folder">Where it lies.</param>
/// <param name="busyTimeout">Seconds to wait for whoever else writes to it.</param>
internal sealed class HistoryDatabase(string folder, int busyTimeout)
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;

        CREATE TABLE IF NOT EXISTS instances (
          id TEXT PRIMARY KEY, name TEXT NOT NULL, input TEXT NOT NULL, run INTEGER NOT NULL, started INTEGER NOT NULL,
          parent TEXT, state INTEGER NOT NULL, status TEXT, output TEXT, error_code TEXT, error TEXT,
          version INTEGER NOT NULL DEFAULT 1, suspended INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS instances_by_parent ON instances (parent) WHERE parent IS NOT NULL;
        CREATE INDEX IF NOT EXISTS instances_in_flight ON instances (id) WHERE state = 0;

        CREATE TABLE IF NOT EXISTS steps (
          instance TEXT NOT NULL, number INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, input_hash TEXT NOT NULL,
          failed_runs INTEGER NOT NULL, retry_at INTEGER, arrival INTEGER, at INTEGER, output TEXT, error_code TEXT, error TEXT,
          PRIMARY KEY (instance, number)) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS events (
          id INTEGER PRIMARY KEY AUTOINCREMENT, instance TEXT NOT NULL, name TEXT NOT NULL, payload TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS events_by_instance ON events (instance);
        """;

    private readonly string _connectionString =
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "durable.db"), DefaultTimeout = busyTimeout }.ToString();

    public void CreateTables()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
        AddColumn(command, "version INTEGER NOT NULL DEFAULT 1");
        AddColumn(command, "suspended INTEGER NOT NULL DEFAULT 0");
    }

    /// <summary>Gives the instances of a folder from before this column the column's default.</summary>
    private static void AddColumn(SqliteCommand command, string column)
    {
        command.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('instances') WHERE name = '{column[..column.IndexOf(' ')]}'";
        if (command.ExecuteScalar() is 0L)
        {
            command.CommandText = $"ALTER TABLE instances ADD COLUMN {column}";
            command.ExecuteNonQuery();
        }
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>A connection whose commits are on the disk when they return, and whose deletions overwrite.</summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Closes the connections kept for reuse.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
