namespace SoraFunctions.World.Render;

/// <summary>
/// Threads that share the pieces of one pass after the other, while the caller waits; handing out work allocates nothing. They give
/// way to everything else on the machine.
/// </summary>
internal sealed class Crew : IDisposable
{
    private readonly Thread[] threads;
    private readonly SemaphoreSlim start = new(0);
    private readonly SemaphoreSlim done = new(0);
    private Action<int> work = static _ => { };
    private Exception? failure;
    private int next;
    private int count;
    private bool closing;

    /// <param name="size">Threads, at least 1.</param>
    public Crew(int size)
    {
        threads = new Thread[size];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Serve) { IsBackground = true, Name = $"render {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Does pieces 0 to <paramref name="pieces"/> - 1 of a piece of work, in any order, and waits for all of them.</summary>
    public void Do(int pieces, Action<int> piece)
    {
        (work, count, next, failure) = (piece, pieces, 0, null);
        start.Release(threads.Length);
        foreach (var _ in threads) done.Wait();
        if (failure is { } error) throw new InvalidOperationException("A part of the frame could not be rendered.", error);
    }

    public void Dispose()
    {
        closing = true;
        start.Release(threads.Length);
        foreach (var thread in threads) thread.Join();
        start.Dispose();
        done.Dispose();
    }

    private void Serve()
    {
        Courtesy.GoLast();
        while (true)
        {
            start.Wait();
            if (closing) return;
            Share();
            done.Release();
        }
    }

    private void Share()
    {
        try
        {
            for (var piece = Interlocked.Increment(ref next) - 1; piece < count; piece = Interlocked.Increment(ref next) - 1)
                work(piece);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref failure, error, null);
            Interlocked.Exchange(ref next, count);
        }
    }
}
