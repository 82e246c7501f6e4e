using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>
/// Stores deliveries before they are acknowledged. While one transaction waits for the disk further deliveries gather, and the next takes all of
/// them, so that a burst costs the disk a few writes and no one waits long.
/// </summary>
/// <param name="scopes">Makes the database of each transaction.</param>
public sealed class DeliveryInbox(IServiceScopeFactory scopes) : IDisposable
{
    private const int MostAtOnce = 256;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Stores a delivery; once this returns it outlives a crash.</summary>
    /// <param name="delivery">What came.</param>
    /// <returns>False when it was stored before.</returns>
    public async Task<bool> Store(ShopDeliveryRow delivery)
    {
        var mine = new Waiting(delivery);
        _waiting.Enqueue(mine);
        await _writing.WaitAsync();
        try
        {
            while (!mine.Stored.Task.IsCompleted)
            {
                await Write(Take());
            }
        }
        finally
        {
            _writing.Release();
        }

        return await mine.Stored.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }

    private async Task Write(List<Waiting> batch)
    {
        try
        {
            var fresh = await Insert([.. batch.Select(one => one.Delivery)]);
            foreach (var one in batch)
            {
                // The first of two alike is the one that was stored.
                one.Stored.TrySetResult(fresh.Remove(one.Delivery.Id));
            }
        }
        catch (DbUpdateException) when (batch.Count > 1)
        {
            // Another machine stored one of them in between: each for itself.
            foreach (var one in batch)
            {
                await Write([one]);
            }
        }
        catch (Exception fault)
        {
            foreach (var one in batch)
            {
                one.Stored.TrySetException(fault);
            }
        }
    }

    private async Task<HashSet<string>> Insert(IReadOnlyList<ShopDeliveryRow> deliveries)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SoraDatabase>();
        var ids = deliveries.Select(one => one.Id).Distinct().ToList();
        var known = await database.ShopDeliveries.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync();
        var fresh = deliveries.DistinctBy(one => one.Id).Where(one => !known.Contains(one.Id)).ToList();
        if (fresh.Count > 0)
        {
            database.ShopDeliveries.AddRange(fresh);
            await database.SaveChangesAsync();
        }

        return [.. fresh.Select(one => one.Id)];
    }

    private sealed record Waiting(ShopDeliveryRow Delivery)
    {
        public TaskCompletionSource<bool> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
