using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Calls;

namespace SoraFunctions.Pipeline.Remotes.Servers;

/// <summary>Whether remotes answer: each is asked a cheap question with its key, and what it said holds for a while.</summary>
/// <param name="directory">Knows the remotes.</param>
/// <param name="lines">The ways to them.</param>
/// <param name="answers">What they said.</param>
/// <param name="time">The clock.</param>
public sealed class RemoteHealth(RemoteDirectory directory, RemoteLines lines, RemoteAnswers answers, TimeProvider time)
{
    private static readonly TimeSpan _wellFor = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _illFor = TimeSpan.FromSeconds(15);

    /// <summary>Those of a tenant's remotes that take no orders now, with the reason. They are asked side by side.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyDictionary<string, string>> Ill(string tenant, CancellationToken cancellation)
    {
        var open = new List<(string Name, Task<string?> Why)>();
        foreach (var server in await directory.List(tenant, cancellation))
        {
            open.Add((server.Name, await Begin(tenant, server.Name, cancellation)));
        }

        await Task.WhenAll(open.Select(one => one.Why));
        return open.Where(one => one.Why.Result is not null).ToDictionary(one => one.Name, one => one.Why.Result!);
    }

    /// <summary>Why a remote takes no orders now; null where it does.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="name">Its name as an engine.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<string?> Of(string tenant, string name, CancellationToken cancellation) => await await Begin(tenant, name, cancellation);

    /// <summary>What is asked of the database is asked at once; what is returned waits for the remote alone.</summary>
    private async Task<Task<string?>> Begin(string tenant, string name, CancellationToken cancellation)
    {
        try
        {
            return await directory.Open(tenant, name, cancellation) is var (server, key)
                ? Ask(tenant, server, key, cancellation)
                : Task.FromResult<string?>($"There is no remote '{name}' any more.");
        }
        catch (FinalException lost)
        {
            return Task.FromResult<string?>(lost.Message);
        }
    }

    private async Task<string?> Ask(string tenant, RemoteServer server, string key, CancellationToken cancellation)
    {
        var who = (server.Shared ? null : tenant, server.Name, server.Url, server.KeyHint);
        if (answers.Known.TryGetValue(who, out var known) && time.GetUtcNow() < known.Until)
        {
            return known.Why;
        }

        var why = await lines.To(tenant, server, key).Probe(cancellation);
        answers.Known[who] = (why, time.GetUtcNow() + (why is null ? _wellFor : _illFor));
        return why;
    }
}
