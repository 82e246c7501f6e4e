using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Json;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Jobs;

/// <summary>
/// The engines of all replicas over one store: each tells of its own when it comes up, so that any of them can say what may be asked for,
/// and takes jobs for engines that only others have.
/// </summary>
internal sealed class ReplicaEngines(EngineShelf shelf, DeskOptions options, IStore store, TimeProvider time)
{
    /// <summary>An engine that nobody has told of for so long is gone. Replicas may be asleep for weeks.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(30);

    private static readonly TimeSpan _toldAgain = TimeSpan.FromHours(6);
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(30);

    private Heard _heard = new([], DateTimeOffset.MinValue);

    /// <summary>Tells of this replica's engines once they are here, and again from time to time; never fails.</summary>
    public async Task Tell(CancellationToken closing)
    {
        try
        {
            await ((Task)options.Coming).WaitAsync(closing);
            while (true)
            {
                await Task.Delay(await Told(closing) ? _toldAgain : options.Lease, time, closing);
            }
        }
        catch (Exception end) when (end is OperationCanceledException || options.Coming.IsFaulted)
        {
            // The desk closes, or says itself why its engines don't come.
        }
    }

    /// <summary>This replica's engines, and those of others by their last word.</summary>
    public async Task<IReadOnlyList<EngineInfo>> All(CancellationToken cancellation) =>
    [
        .. shelf.Present.Concat((await Others(_fresh, cancellation)).Where(other => shelf.Find(other.Name) is null).Select(Elsewhere))
            .OrderBy(engine => engine.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether some replica has the engine; where nobody is known to, the store is looked into again.</summary>
    public async Task<bool> Has(string name, CancellationToken cancellation) =>
        shelf.Find(name) is not null
        || (await Others(_fresh, cancellation)).Any(other => other.Name == name)
        || (await Others(TimeSpan.Zero, cancellation)).Any(other => other.Name == name);

    private async Task<IReadOnlyList<EngineInfo>> Others(TimeSpan age, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - _heard.At >= age)
        {
            try
            {
                _heard = new Heard([.. (await Notices(cancellation)).Where(notice => now - notice.Told < _remembered).Select(notice => notice.Engine)], now);
            }
            catch (IOException)
            {
                // What was known stays known.
            }
        }

        return _heard.Engines;
    }

    private static EngineInfo Elsewhere(EngineInfo engine) => engine.Abilities is { } abilities
        ? engine with { Abilities = abilities with { Notes = ["It is on other replicas, which may have to wake first.", .. abilities.Notes] } }
        : engine;

    private async Task<bool> Told(CancellationToken cancellation)
    {
        try
        {
            foreach (var engine in shelf.Present)
            {
                var name = NameOf(engine);
                var notice = JsonSerializer.SerializeToUtf8Bytes(new EngineNotice(engine, time.GetUtcNow()), ContractJson.Default.Options);

                // Where another replica is quicker, its word is as good.
                await store.Write(name, notice, (await store.Read(name, cancellation))?.Tag, cancellation);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<EngineNotice>> Notices(CancellationToken cancellation)
    {
        var notices = new List<EngineNotice>();
        foreach (var (name, _) in await store.List("engines", cancellation))
        {
            if (await store.Read(name, cancellation) is { } record && Parse(record) is { } notice)
            {
                notices.Add(notice);
            }
        }

        return notices;
    }

    // Packages may be named as files may, records not.
    private static string NameOf(EngineInfo engine) => $"engines/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(engine.Name)))[..32]}";

    private static EngineNotice? Parse(StoredRecord record)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineNotice>(record.Content, ContractJson.Default.Options);
        }
        catch (JsonException)
        {
            // A newer version's.
            return null;
        }
    }

    /// <summary>What the store said of all engines, and when: taken over as one.</summary>
    private sealed record Heard(IReadOnlyList<EngineInfo> Engines, DateTimeOffset At);
}
