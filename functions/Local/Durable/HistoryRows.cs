using System.Text.Json;
using Microsoft.Data.Sqlite;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Rows of the history as records.</summary>
internal static class HistoryRows
{
    /// <summary>From id, name, input, run, started, parent, version, suspended, status.</summary>
    public static InstanceRow Instance(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetInt32(3),
        Time(row, 4)!.Value,
        Text(row, 5),
        row.GetInt32(6),
        row.GetBoolean(7),
        Text(row, 8));

    /// <summary>From name, state, output, error_code, error.</summary>
    public static (string Name, InstanceEnd? End) NameAndEnd(SqliteDataReader row)
    {
        var state = (InstanceState)row.GetInt32(1);
        return (row.GetString(0), state == InstanceState.Running
            ? null
            : new InstanceEnd(state, new StepOutcome(Text(row, 2), Text(row, 3), Text(row, 4))));
    }

    /// <summary>From number, kind, name, input_hash, failed_runs, retry_at, arrival, at, output, error_code, error.</summary>
    public static StepRecord Step(SqliteDataReader row, int run)
    {
        var request = new StepRequest(row.GetInt32(0), (StepKind)row.GetInt32(1), row.GetString(2), row.GetString(3));
        var arrival = row.IsDBNull(6)
            ? null
            : new Arrival(
                run, request, row.GetInt32(6), Time(row, 7)!.Value, new StepOutcome(Text(row, 8), Text(row, 9), Text(row, 10)));
        return new StepRecord(request, row.GetInt32(4), Time(row, 5), arrival);
    }

    /// <summary>From id, name, state, status, output, error, suspended.</summary>
    public static InstanceStatus Status(SqliteDataReader row)
    {
        var state = (InstanceState)row.GetInt32(2);
        return new InstanceStatus(
            row.GetString(0),
            row.GetString(1),
            state == InstanceState.Running && row.GetBoolean(6) ? InstanceState.Suspended : state,
            Json(row, 3),
            Json(row, 4),
            Text(row, 5));
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static JsonElement? Json(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : JsonElement.Parse(row.GetString(column));

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
