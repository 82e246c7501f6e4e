using System.Globalization;
using System.Text.Json;
using SoraFunctions.Contract;
using SoraFunctions.Contract.Clips;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Prompts;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Remotes.Calls;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>Has shots rendered by remotes and brings the clips home.</summary>
/// <param name="directory">Knows the remotes.</param>
/// <param name="lines">The ways to them.</param>
/// <param name="waits">How long to wait.</param>
/// <param name="costs">Where it is booked.</param>
/// <param name="jobs">Stages first frames.</param>
/// <param name="worker">Where they are staged.</param>
/// <param name="blobs">Where clips go.</param>
public sealed class RemoteClips(
    RemoteDirectory directory, RemoteLines lines, RemoteWaits waits, RemoteCosts costs, WorkerJobs jobs, IWorker worker, IBlobStore blobs)
{
    private const int MostAttempts = 3;

    /// <summary>Renders a shot. Asked again, it goes on with the video that the remote has begun.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="videoId">For which video.</param>
    /// <param name="key">Key of the shot.</param>
    /// <param name="order">The shot, for an engine whose name <see cref="RemoteServer.IsName"/>.</param>
    /// <param name="progress">Is told the done part, 0 to 1.</param>
    /// <param name="cancellation">Stops waiting; the remote goes on.</param>
    /// <exception cref="FinalException">The remote can't or won't make it.</exception>
    /// <exception cref="IOException">It may another time.</exception>
    public async Task<RenderedShot> Render(
        string tenant, string videoId, string key, ShotOrder order, Func<double, Task> progress, CancellationToken cancellation)
    {
        var (server, secret) = await directory.Open(tenant, order.Engine, cancellation)
            ?? throw new FinalException("no_engine", $"There is no remote '{order.Engine}' any more. Set it again with POST /v1/remotes.");
        var client = lines.To(tenant, server, secret);
        var tickets = new RemoteTickets(blobs, tenant, key);
        var shape = RemoteShape.Of(order.Format, order.Shot.Seconds, server.Terms);
        var first = await tickets.Attempt(cancellation);
        for (var attempt = first; attempt < first + MostAttempts; attempt++)
        {
            var id = await tickets.Find(attempt, cancellation)
                ?? await tickets.Keep(attempt, await Order(client, server, tenant, order, shape, tickets.KeyOf(attempt), cancellation), cancellation);
            var end = await new RemoteWatch(client, server.Name, waits).Wait(id, progress, cancellation);
            if (end.Lost is { } why)
            {
                await tickets.Lose(attempt, why, cancellation);
                if (end.Failure is { } final)
                {
                    throw final;
                }
            }
            else if (await TakeHome(client, tenant, id, cancellation) is { } clip)
            {
                await costs.Book(tickets.KeyOf(attempt), tenant, videoId, server, shape.Seconds, end.Took, cancellation);
                var found = await Checked(tickets, attempt, () => new ClipCheck(jobs, blobs).Of(server.Name, tenant, clip, order, cancellation), cancellation);
                return await Logged(tenant, clip, [.. Warnings(order, server), .. found], cancellation);
            }
            else
            {
                await tickets.Lose(attempt, "The clip could not be had any more.", cancellation);
            }
        }

        throw new FinalException("remote_failed", $"'{server.Name}' lost or failed the shot '{order.Shot.Id}' {MostAttempts} times. Try again later, or choose another model.");
    }

    private async Task<string> Order(
        RemoteClient client, RemoteServer server, string tenant, ShotOrder order, RemoteShape shape, string key, CancellationToken cancellation)
    {
        var picture = await new SentPicture(jobs, worker, blobs).Of(tenant, order, shape, server.Terms.Picture, cancellation);
        var wanted = new RemoteOrder(server.Terms.Model, ShotPrompt.Of(order), shape.Seconds, shape.Size, picture);
        return (await client.Order(wanted, $"{key}-{wanted.Digest}", cancellation)).Id;
    }

    private async Task<BlobRef?> TakeHome(RemoteClient client, string tenant, string id, CancellationToken cancellation)
    {
        await using var content = new FileStream(
            Path.GetTempFileName(), new FileStreamOptions { Access = FileAccess.ReadWrite, Mode = FileMode.Open, Options = FileOptions.DeleteOnClose });
        return !await client.Download(id, content, cancellation)
            ? null
            : await new TenantBlobs(blobs, tenant).Put(content, "video/mp4", cancellation);
    }

    private async Task<RenderedShot> Logged(string tenant, BlobRef clip, IReadOnlyList<string> warnings, CancellationToken cancellation)
    {
        var log = JsonSerializer.SerializeToUtf8Bytes(new ClipLog { Warnings = warnings }, ContractJson.Default.ClipLog);
        var kept = await new TenantBlobs(blobs, tenant).Put(log.AsMemory(), "application/json", cancellation);
        return new RenderedShot(clip.Sha256, kept.Sha256, warnings);
    }

    // A clip that is unfit is not taken for the shot a second time.
    private static async Task<IReadOnlyList<string>> Checked(
        RemoteTickets tickets, int attempt, Func<Task<IReadOnlyList<string>>> check, CancellationToken cancellation)
    {
        try
        {
            return await check();
        }
        catch (FinalException unfit)
        {
            await tickets.Lose(attempt, unfit.Message, cancellation);
            throw;
        }
    }

    private static IEnumerable<string> Warnings(ShotOrder order, RemoteServer server)
    {
        if (SentPicture.Warning(order, server) is { } product)
        {
            yield return product;
        }

        if (order.Shot.Seconds > server.Terms.MostSeconds)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"'{server.Name}' makes at most {server.Terms.MostSeconds} seconds; shot '{order.Shot.Id}' is ordered with {order.Shot.Seconds:0.#}.");
        }
    }
}
