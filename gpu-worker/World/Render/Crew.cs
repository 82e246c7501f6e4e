namespace SoraFunctions.World.Render;

/// <summary>
/// Threads that share the pieces of one pass after the other, while the caller waits; handing out work allocates nothing. They give
/// way to everything else on the machine.
/// </summary>
internal sealed class Crew : IDisposable
{
    private readonly Thread[] threads;
    private readonly SemaphoreSlim start = new(0);
    private readonly AutoResetEvent done = new(false);
    private Action<int, int> work = static (_, _) => { };
    private Exception? failure;
    private int next;
    private int count;
    private int busy;
    private bool closing;

    /// <param name="size">Threads, at least 1.</param>
    public Crew(int size)
    {
        threads = new Thread[size];
        for (var i = 0; i < threads.Length; i++)
        {
            var worker = i;
            threads[i] = new Thread(() => Serve(worker)) { IsBackground = true, Name = $"render {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Threads that work.</summary>
    public int Size => threads.Length;

    /// <summary>Does pieces 0 to <paramref name="pieces"/> - 1 of a piece of work, in any order, and waits for all of them.</summary>
    /// <param name="pieces">How many.</param>
    /// <param name="piece">What to do, given the number of the thread, below <see cref="Size"/>, and that of the piece.</param>
    public void Do(int pieces, Action<int, int> piece)
    {
        (work, count, next, failure, busy) = (piece, pieces, 0, null, threads.Length);
        start.Release(threads.Length);
        done.WaitOne();
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

    private void Serve(int worker)
    {
        Courtesy.GoLast();
        while (true)
        {
            start.Wait();
            if (closing) return;
            Share(worker);
            if (Interlocked.Decrement(ref busy) == 0) done.Set();
        }
    }

    private void Share(int worker)
    {
        try
        {
            for (var piece = Interlocked.Increment(ref next) - 1; piece < count; piece = Interlocked.Increment(ref next) - 1)
                work(worker, piece);
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref failure, error, null);
            Interlocked.Exchange(ref next, count);
        }
    }
}
