using Microsoft.Data.Sqlite;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Local.Durable;

/// <summary>Every change that is made to the history. A change to an instance or run that is no longer in flight changes nothing.</summary>
internal sealed class HistoryTables(SqliteConnection connection) : IDisposable
{
    private const string InFlight = "SELECT 1 FROM instances WHERE id = ?1 AND run = ?2 AND state = 0";

    private const string Family = """
        WITH RECURSIVE family (id) AS (
          VALUES (?1) UNION SELECT child.id FROM instances AS child JOIN family ON child.parent = family.id)
        """;

    private const string Forgettable = """
        state <> 0 AND started < ?1
        AND NOT EXISTS (SELECT 1 FROM instances AS above WHERE above.id = instances.parent AND above.state = 0)
        """;

    private readonly List<Statement> _statements = [];
    private Statement? _insert, _insertSub, _find, _result, _retry, _status, _raise, _take, _end, _forgetEvents, _continue, _forgetSteps, _suspend;

    /// <summary>Adds an instance; false when it exists.</summary>
    public bool Start(InstanceRow row) =>
        Prepare(ref _insert, """
            INSERT INTO instances (id, name, input, run, started, version, state) VALUES (?1, ?2, ?3, 0, ?4, ?5, 0)
            ON CONFLICT (id) DO NOTHING
            """, 5)
        .Run(row.Id, row.Name, row.Input, Milliseconds(row.Started), row.Version) == 1;

    /// <summary>Adds an instance for a parent in flight, unless it exists.</summary>
    public bool StartSub(InstanceRow row, int parentRun) =>
        Prepare(ref _insertSub, $"""
            INSERT INTO instances (id, name, input, run, started, version, parent, state)
            SELECT ?3, ?4, ?5, 0, ?6, ?7, ?1, 0 WHERE EXISTS ({InFlight})
            ON CONFLICT (id) DO NOTHING
            """, 7)
        .Run(row.Parent, parentRun, row.Id, row.Name, row.Input, Milliseconds(row.Started), row.Version) == 1;

    /// <summary>Which orchestration an instance runs, and how it ended; null when there is none.</summary>
    public (string Name, InstanceEnd? End)? Find(string instance) =>
        Prepare(ref _find, "SELECT name, state, output, error_code, error FROM instances WHERE id = ?1", 1)
        .Read(HistoryRows.NameAndEnd, instance) is [var found] ? found : null;

    /// <summary>Records the result of a call and takes the event that it used up, if any.</summary>
    public bool Result(string instance, Arrival arrival, int failedRuns, long? eventId)
    {
        var request = arrival.Request;
        var recorded = Prepare(ref _result, $"""
            INSERT INTO steps (instance, number, kind, name, input_hash, failed_runs, arrival, at, output, error_code, error)
            SELECT ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE EXISTS ({InFlight})
            ON CONFLICT (instance, number) DO UPDATE SET failed_runs = excluded.failed_runs, retry_at = NULL,
              arrival = excluded.arrival, at = excluded.at, output = excluded.output, error_code = excluded.error_code,
              error = excluded.error
            WHERE arrival IS NULL
            """, 12)
            .Run(
                instance, arrival.Run, request.Number, (int)request.Kind, request.Name, request.InputHash, failedRuns, arrival.Order,
                Milliseconds(arrival.At), arrival.Outcome.Output, arrival.Outcome.ErrorCode, arrival.Outcome.Error) == 1;
        if (recorded && eventId is { } id)
        {
            Prepare(ref _take, "DELETE FROM events WHERE id = ?1", 1).Run(id);
        }

        return recorded;
    }

    /// <summary>Records a failed run and when the next is due.</summary>
    public bool Retry(string instance, int run, StepRequest request, int failedRuns, DateTimeOffset due) =>
        Prepare(ref _retry, $"""
            INSERT INTO steps (instance, number, kind, name, input_hash, failed_runs, retry_at)
            SELECT ?1, ?3, ?4, ?5, ?6, ?7, ?8 WHERE EXISTS ({InFlight})
            ON CONFLICT (instance, number) DO UPDATE SET failed_runs = excluded.failed_runs, retry_at = excluded.retry_at
            WHERE arrival IS NULL
            """, 8)
        .Run(instance, run, request.Number, (int)request.Kind, request.Name, request.InputHash, failedRuns, Milliseconds(due)) == 1;

    public bool Status(string instance, int run, string status) =>
        Prepare(ref _status, "UPDATE instances SET status = ?3 WHERE id = ?1 AND run = ?2 AND state = 0", 3)
        .Run(instance, run, status) == 1;

    /// <summary>Holds an instance, or lets it go on; false when it has ended.</summary>
    public bool Suspend(string instance, bool suspended) =>
        Prepare(ref _suspend, "UPDATE instances SET suspended = ?2 WHERE id = ?1 AND state = 0", 2)
        .Run(instance, suspended ? 1 : 0) == 1;

    /// <summary>Keeps an event for an instance in flight; null when there is no such instance.</summary>
    public long? Raise(string instance, string name, string payload) =>
        Prepare(ref _raise, """
            INSERT INTO events (instance, name, payload)
            SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM instances WHERE id = ?1 AND state = 0)
            RETURNING id
            """, 3)
        .Read(row => row.GetInt64(0), instance, name, payload) is [var id] ? id : null;

    /// <summary>Ends an instance; false when it had ended.</summary>
    public bool End(string instance, int run, InstanceEnd end, string? status)
    {
        var ended = Prepare(ref _end, """
            UPDATE instances SET state = ?3, output = ?4, error_code = ?5, error = ?6, status = ?7
            WHERE id = ?1 AND run = ?2 AND state = 0
            """, 7)
            .Run(instance, run, (int)end.State, end.Outcome.Output, end.Outcome.ErrorCode, end.Outcome.Error, status) == 1;
        if (ended)
        {
            ForgetEvents(instance);
        }

        return ended;
    }

    /// <summary>Begins the next run of an instance; false when it has ended.</summary>
    public bool Continue(InstanceRow next)
    {
        var continued = Prepare(ref _continue, """
            UPDATE instances SET run = ?2, input = ?3, started = ?4, status = ?5 WHERE id = ?1 AND run = ?2 - 1 AND state = 0
            """, 5)
            .Run(next.Id, next.Run, next.Input, Milliseconds(next.Started), next.Status) == 1;
        if (continued)
        {
            Prepare(ref _forgetSteps, "DELETE FROM steps WHERE instance = ?1", 1).Run(next.Id);
        }

        return continued;
    }

    /// <summary>Cancels an instance and all it started, directly or not; the ids of those that were in flight.</summary>
    public IReadOnlyList<string> Cancel(string instance, InstanceEnd end)
    {
        using var cancel = new Statement(connection, $"""
            {Family}
            UPDATE instances SET state = ?2, error_code = ?3, error = ?4
            WHERE id IN (SELECT id FROM family) AND state = 0
              AND EXISTS (SELECT 1 FROM instances AS root WHERE root.id = ?1 AND root.state = 0)
            RETURNING id
            """, 4);
        var cancelled = cancel.Read(row => row.GetString(0), instance, (int)end.State, end.Outcome.ErrorCode, end.Outcome.Error);
        cancelled.ForEach(ForgetEvents);
        return cancelled;
    }

    /// <summary>Forgets an ended instance and those it started that have ended; false when there is nothing to forget.</summary>
    public bool Purge(string instance)
    {
        if (Find(instance) is not { End: not null })
        {
            return false;
        }

        using var steps = new Statement(connection, $"""
            {Family}
            DELETE FROM steps WHERE instance IN (SELECT id FROM instances WHERE id IN (SELECT id FROM family) AND state <> 0)
            """, 1);
        using var instances = new Statement(connection, $"""
            {Family}
            DELETE FROM instances WHERE id IN (SELECT id FROM family) AND state <> 0
            """, 1);
        steps.Run(instance);
        instances.Run(instance);
        return true;
    }

    /// <summary>Forgets all ended instances that began before a time and whose parent, if any, has ended too; how many.</summary>
    public int PurgeEnded(DateTimeOffset startedBefore)
    {
        using var steps = new Statement(connection, $"DELETE FROM steps WHERE instance IN (SELECT id FROM instances WHERE {Forgettable})", 1);
        using var instances = new Statement(connection, $"DELETE FROM instances WHERE {Forgettable}", 1);
        steps.Run(Milliseconds(startedBefore));
        return instances.Run(Milliseconds(startedBefore));
    }

    public void Dispose() => _statements.ForEach(statement => statement.Dispose());

    private void ForgetEvents(string instance) =>
        Prepare(ref _forgetEvents, "DELETE FROM events WHERE instance = ?1", 1).Run(instance);

    private Statement Prepare(ref Statement? statement, string sql, int parameters)
    {
        if (statement is null)
        {
            _statements.Add(statement = new Statement(connection, sql, parameters));
        }

        return statement;
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
