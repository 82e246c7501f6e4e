using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;

namespace SoraFunctions.Pipeline.Shops.Deliveries;

/// <summary>
/// Stores deliveries before they are acknowledged. While one transaction waits for the disk further deliveries gather; the next takes all of them, and one
/// orchestration handles them, so that a burst costs the disk a few writes and no one waits long.
/// </summary>
/// <param name="scopes">Makes the database of each transaction.</param>
public sealed class DeliveryInbox(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>Their ids have to fit into one message.</summary>
    private const int MostAtOnce = 256;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Stores a delivery; once this returns it will be handled, whatever happens to the process.</summary>
    /// <param name="delivery">What came.</param>
    /// <param name="orchestrations">What handles it.</param>
    /// <returns>False when it was stored before.</returns>
    public async Task<bool> Store(ShopDeliveryRow delivery, IOrchestrationClient orchestrations)
    {
        var mine = new Waiting(delivery);
        _waiting.Enqueue(mine);
        await _writing.WaitAsync();
        try
        {
            while (!mine.Stored.Task.IsCompleted)
            {
                await Write(Take(), orchestrations);
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

    private async Task Write(List<Waiting> batch, IOrchestrationClient orchestrations)
    {
        try
        {
            var fresh = await Insert([.. batch.Select(one => one.Delivery)]);
            if (fresh.Count > 0)
            {
                // A crash in between is found by the timer of shops.
                await DeliveryOrchestration.Start(orchestrations, [.. fresh], CancellationToken.None);
            }

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
                await Write([one], orchestrations);
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
