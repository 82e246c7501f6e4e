using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Requests.Reading;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Pipeline.Engines;

/// <summary>
/// The engines that a tenant may choose from: what the worker has installed, as it said a short while ago, and the tenant's remotes. The
/// worker is asked seldom, and not at all for a request that names no engine or one that the deployment is set to: it may be asleep.
/// </summary>
/// <param name="scopes">Give a worker, and the tables.</param>
/// <param name="configured">What the deployment is set to, whether its worker answers or not.</param>
/// <param name="time">The clock.</param>
public sealed class EngineDirectory(IServiceScopeFactory scopes, EngineList configured, TimeProvider time) : IDisposable
{
    private const string Silence = "The worker does not answer at present.";
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asking = new(1);
    private IReadOnlyList<EngineInfo> _known = [];
    private string? _silent;
    private DateTimeOffset _asked = DateTimeOffset.MinValue;

    /// <summary>The engines that a request may name, enough of them to judge one name by.</summary>
    /// <param name="tenant">Whose request.</param>
    /// <param name="wanted">The name in it; null for none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<EngineList> For(string tenant, string? wanted, CancellationToken cancellation) =>
        wanted is null || ModelNames.EngineOf(wanted, configured) is not null
            ? configured
            : configured with { Names = [.. (await List(tenant, cancellation)).Select(engine => engine.Info.Name)] };

    /// <summary>All engines, those of the worker first, with what they can do.</summary>
    /// <param name="tenant">Whose remotes are among them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<KnownEngine>> List(string tenant, CancellationToken cancellation)
    {
        await Refresh(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var remotes = await scope.ServiceProvider.GetRequiredService<RemoteDirectory>().List(tenant, cancellation);
        return
        [
            .. _known.Select(info => new KnownEngine(_silent is null ? info : Sleeping(info, _silent), null)),
            .. configured.Names.Where(name => _known.All(info => info.Name != name)).Select(name => new KnownEngine(Sleeping(new EngineInfo(name, ""), _silent ?? "No worker that answers has this engine."), null)),
            .. remotes.Select(server => new KnownEngine(server.AsEngine(), server.Terms.PricePerSecond)),
        ];
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    /// <summary>An engine that takes no orders now.</summary>
    internal static EngineInfo Sleeping(EngineInfo info, string why)
    {
        var abilities = info.Abilities ?? new EngineAbilities("What it can do is known once the worker answers.");
        return info with { Abilities = abilities with { Ready = false, Notes = [why, .. abilities.Notes] } };
    }

    private async Task Refresh(CancellationToken cancellation)
    {
        if (time.GetUtcNow() - _asked < _fresh)
        {
            return;
        }

        await _asking.WaitAsync(cancellation);
        try
        {
            if (time.GetUtcNow() - _asked >= _fresh)
            {
                await Ask(cancellation);
                _asked = time.GetUtcNow();
            }
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task Ask(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var answering = await scope.ServiceProvider.GetRequiredService<WorkerFleet>().Answering(patience.Token);
            _silent = answering.Count > 0 ? null : Silence;
            _known = answering.Count > 0 ? answering : _known;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _silent = Silence;
        }
    }
}
