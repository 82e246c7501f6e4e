using Microsoft.Data.Sqlite;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Reads of what is committed.</summary>
internal sealed class HistoryReader(HistoryDatabase database)
{
    /// <summary>All instances in flight, the oldest first.</summary>
    public IReadOnlyList<InstanceRow> InFlight() => Read(
        "SELECT id, name, input, run, started, parent, version, suspended, status FROM instances WHERE state = 0 ORDER BY started, rowid",
        HistoryRows.Instance);

    /// <summary>What is recorded of an instance's present run, by number of call.</summary>
    public IReadOnlyDictionary<int, StepRecord> Steps(InstanceRow instance) => Read(
        """
        SELECT number, kind, name, input_hash, failed_runs, retry_at, arrival, at, output, error_code, error
        FROM steps WHERE instance = ?1
        """,
        row => HistoryRows.Step(row, instance.Run),
        instance.Id).ToDictionary(step => step.Request.Number);

    /// <summary>Events not yet taken, the oldest first.</summary>
    public IReadOnlyList<StoredEvent> Events(string instance) => Read(
        "SELECT id, name, payload FROM events WHERE instance = ?1 ORDER BY id",
        row => new StoredEvent(row.GetInt64(0), row.GetString(1), row.GetString(2)),
        instance);

    public InstanceStatus? Status(string instance) =>
        Read("SELECT id, name, state, status, output, error, suspended FROM instances WHERE id = ?1", HistoryRows.Status, instance)
            is [var status] ? status : null;

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params object?[] values)
    {
        using var connection = database.Open();
        using var statement = new Statement(connection, sql, values.Length);
        return statement.Read(row, values);
    }
}
