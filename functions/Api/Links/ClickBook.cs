using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Api.Links;

/// <summary>
/// Writes visits down in groups, so that nobody is kept waiting for the disk: a redirect goes out when its visit is queued. An orderly stop writes what
/// waits; a process that is killed loses the visits of its last moments, which no order hangs on.
/// </summary>
/// <param name="scopes">Makes the database of each group.</param>
/// <param name="log">Where failures go.</param>
internal sealed partial class ClickBook(IServiceScopeFactory scopes, ILogger<ClickBook> log) : IHostedService, IDisposable
{
    /// <summary>When so many wait, visitors wait as well, so that memory is bounded: about 4 MB.</summary>
    private const int MostWaiting = 20_000;

    private const int MostAtOnce = 1_000;

    /// <summary>So long a visit waits for others to be written with.</summary>
    private static readonly TimeSpan _gathering = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan _pauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<ClickRow> _waiting = new();
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private readonly CancellationTokenSource _stopping = new();
    private Task _writing = Task.CompletedTask;
    private bool _busy;

    /// <summary>Queues a visit; waits only where far too many wait already.</summary>
    /// <param name="click">The visit.</param>
    /// <param name="cancellation">Stops waiting; the visit is then not counted.</param>
    public async ValueTask Add(ClickRow click, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        lock (_gate)
        {
            _waiting.Enqueue(click);
            if (!_busy)
            {
                _busy = true;
                _writing = Task.Run(WriteAll, CancellationToken.None);
            }
        }
    }

    /// <summary>Waits until everything is written that was queued before.</summary>
    public Task Settled()
    {
        lock (_gate)
        {
            return _writing;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Settled().WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _room.Dispose();
        _stopping.Dispose();
    }

    private async Task WriteAll()
    {
        for (var group = await Gather(); group.Count > 0; group = await Gather())
        {
            await Write(group);
            _room.Release(group.Count);
        }
    }

    private async Task<List<ClickRow>> Gather()
    {
        await Task.Delay(_gathering, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            var group = new List<ClickRow>();
            while (group.Count < MostAtOnce && _waiting.TryDequeue(out var next))
            {
                group.Add(next);
            }

            _busy = group.Count > 0;
            return group;
        }
    }

    private async Task Write(List<ClickRow> group)
    {
        while (true)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
                database.Clicks.AddRange(group);
                await database.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (Exception fault)
            {
                Failed(log, fault, group.Count);
                if (_stopping.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(_pauseAfterFailure, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} visits can't be written down; it is tried again unless the service stops.")]
    private static partial void Failed(ILogger log, Exception fault, int count);
}
