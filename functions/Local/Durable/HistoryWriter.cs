using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SoraFunctions.Local.Durable;

/// <summary>
/// The one writer of the history. While a commit waits for the disk, further writes gather; the next commit takes them all, so that
/// the cost of reaching the disk is shared.
/// </summary>
internal sealed class HistoryWriter(HistoryDatabase database, ILogger log, Action<Failpoint>? failpoint)
{
    private const int LargestBatch = 1_000;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<HistoryWrite> _queue =
        Channel.CreateUnbounded<HistoryWrite>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _stopping = new();
    private Thread? _thread;

    public void Start()
    {
        _thread = new Thread(Loop) { IsBackground = true, Name = "History writer" };
        _thread.Start();
    }

    /// <summary>Stores what is queued and ends.</summary>
    public void Stop()
    {
        _queue.Writer.TryComplete();
        _stopping.Cancel();
        _thread?.Join();
    }

    /// <summary>
    /// Stores a change of the runner's own, however long it takes; dropped when the runner has stopped, and then made anew by the next start.
    /// </summary>
    public void Keep<T>(
        WriteKind kind, string instance, int number, Func<HistoryTables, T> apply, Action<T> committed)
    {
        var result = default(T);
        _queue.Writer.TryWrite(new HistoryWrite(
            kind, instance, number, tables => result = apply(tables), () => committed(result!)));
    }

    /// <summary>Stores a change for a caller who waits for it.</summary>
    /// <exception cref="InvalidOperationException">The runner has stopped.</exception>
    /// <exception cref="SqliteException">The disk refused it.</exception>
    public Task<T> Ask<T>(WriteKind kind, string instance, Func<HistoryTables, T> apply, Action<T> committed)
    {
        var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var result = default(T);
        var accepted = _queue.Writer.TryWrite(new HistoryWrite(
            kind,
            instance,
            0,
            tables => result = apply(tables),
            () =>
            {
                committed(result!);
                source.SetResult(result!);
            },
            error => source.SetException(error)));
        return accepted ? source.Task : throw new InvalidOperationException("The orchestration runner has stopped.");
    }

    private void Loop()
    {
        using var connection = database.OpenForWriting();
        using var tables = new HistoryTables(connection);
        using var begin = new Statement(connection, "BEGIN IMMEDIATE", 0);
        using var commit = new Statement(connection, "COMMIT", 0);
        List<HistoryWrite> batch = [];
        while (Gather(batch))
        {
            try
            {
                begin.Run();
                batch.ForEach(write => write.Apply(tables));
                Pass(batch, Failpoint.BeforeCommit);
                commit.Run();
            }
            catch (SqliteException error)
            {
                log.LogError(error, "The orchestration history can't be written; {Count} writes are held back.", batch.Count);
                RollBack(connection);
                batch.ForEach(write => write.Refused?.Invoke(error));
                batch.RemoveAll(write => write.Refused is not null);
                if (_stopping.Token.WaitHandle.WaitOne(PauseAfterFailure))
                {
                    return;
                }

                continue;
            }

            Pass(batch, Failpoint.AfterCommit);
            if (batch.Exists(write => write.Kind == WriteKind.Purge))
            {
                Empty(connection);
            }

            batch.ForEach(write => write.Committed());
            batch.Clear();
        }
    }

    /// <summary>What was forgotten stands in the log of the file until that is emptied; where somebody reads just now, the next time.</summary>
    private void Empty(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException busy)
        {
            log.LogDebug(busy, "The log of the orchestration history is emptied another time.");
        }
    }

    /// <summary>Waits for writes and adds those that are there; false when there will be none.</summary>
    private bool Gather(List<HistoryWrite> batch)
    {
        if (batch.Count == 0 && !_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            return false;
        }

        while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
        {
            batch.Add(write);
        }

        return true;
    }

    private void Pass(List<HistoryWrite> batch, Func<WriteKind, string> name)
    {
        if (failpoint is not null)
        {
            batch.ForEach(write => failpoint(new Failpoint(name(write.Kind), write.Instance, write.Number)));
        }
    }

    private static void RollBack(SqliteConnection connection)
    {
        // A failed statement may already have ended the transaction (SQLITE_FULL, SQLITE_IOERR): autocommit is then back on.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            using var rollback = new Statement(connection, "ROLLBACK", 0);
            rollback.Run();
        }
    }
}
