using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Campaigns.Deliveries;
using SoraFunctions.Pipeline.Collection;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Retention;

/// <summary>
/// The right to erasure: of a video, or of all that a tenant has. Rows, histories, blobs, fingerprints, marks and links go. Of the books what was
/// used and cost stays, under a hash; records that a law asks for stay until their time.
/// </summary>
/// <param name="database">Where rows are.</param>
/// <param name="removal">Stops and removes videos.</param>
/// <param name="orchestrations">Whose histories are forgotten.</param>
/// <param name="collector">Deletes blobs that no row leads to.</param>
/// <param name="audit">Where it is written down that something was erased.</param>
/// <param name="time">The clock.</param>
public sealed class Eraser(SoraDatabase database, VideoRemoval removal, IOrchestrationClient orchestrations, BlobCollector collector, AuditLog audit, TimeProvider time)
{
    /// <summary>For how long it can be shown that something was erased: three years.</summary>
    private const int YearsShown = 3;

    /// <summary>Longest wait for an orchestration to stop before its history is forgotten.</summary>
    private static readonly TimeSpan _stopping = TimeSpan.FromSeconds(10);

    /// <summary>What is kept by law, or tells only that something was erased.</summary>
    private static readonly Type[] _kept = [typeof(UsageRow), typeof(AuditRow)];

    /// <summary>Erases a video. Asked again, it erases what is left.</summary>
    /// <param name="tenant">Whose; the caller has seen to it that it is.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="cancellation">Stops waiting; what is left is erased by the next call.</param>
    public async Task<string> Video(string tenant, string videoId, CancellationToken cancellation)
    {
        var hash = ErasedHash.Of(videoId);
        await Securely(cancellation);
        await removal.Remove(videoId, cancellation);
        await Clicks(database.CommerceLinks.Where(link => link.VideoId == videoId && link.TenantId == tenant), cancellation);
        await database.CommerceLinks.Where(row => row.VideoId == videoId && row.TenantId == tenant).ExecuteDeleteAsync(cancellation);
        await database.Plays.Where(row => row.VideoId == videoId && row.TenantId == tenant).ExecuteDeleteAsync(cancellation);
        await database.Watermarks.Where(row => row.VideoId == videoId).ExecuteDeleteAsync(cancellation);
        await database.VideoTrails.Where(row => row.VideoId == videoId).ExecuteDeleteAsync(cancellation);
        var told = database.WebhookDeliveries.Where(row => row.TenantId == tenant && row.Payload.Contains(videoId));
        await Forget([.. Beside(videoId), .. await told.Select(row => row.Id).ToListAsync(cancellation)], cancellation);
        await told.ExecuteDeleteAsync(cancellation);
        await database.Idempotency.Where(row => row.TenantId == tenant && row.Body.Contains(videoId)).ExecuteDeleteAsync(cancellation);
        await database.Usage.Where(row => row.TenantId == tenant && row.VideoId == videoId)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.VideoId, hash), cancellation);
        await Finish(tenant, tenant, hash, cancellation);
        return hash;
    }

    /// <summary>Erases all that a tenant has, itself and its keys with it.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="cancellation">Stops waiting; what is left is erased by the next call.</param>
    public async Task<string> Tenant(string tenant, CancellationToken cancellation)
    {
        var hash = ErasedHash.Of(tenant);
        await Securely(cancellation);
        var runs = await database.CampaignRuns.Where(row => row.TenantId == tenant).Select(row => row.Id).ToListAsync(cancellation);
        var shows = await database.Shows.Where(row => row.TenantId == tenant).Select(row => row.Id).ToListAsync(cancellation);
        await Forget([.. runs, .. shows], cancellation);
        foreach (var id in await database.Videos.Where(row => row.TenantId == tenant).Select(row => row.Id).ToListAsync(cancellation))
        {
            await removal.Remove(id, cancellation);
            await Forget([.. Beside(id)], cancellation);
        }

        await Forget(await database.WebhookDeliveries.Where(row => row.TenantId == tenant).Select(row => row.Id).ToListAsync(cancellation), cancellation);

        await Clicks(database.CommerceLinks.Where(link => link.TenantId == tenant), cancellation);
        await Rows(tenant, cancellation);

        foreach (var video in await database.Usage.Where(row => row.TenantId == tenant).Select(row => row.VideoId).Distinct().ToListAsync(cancellation))
        {
            var name = video.Length == 0 ? "" : ErasedHash.Of(video);
            await database.Usage.Where(row => row.TenantId == tenant && row.VideoId == video).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.VideoId, name).SetProperty(one => one.Project, (string?)null).SetProperty(one => one.Campaign, (string?)null),
                cancellation);
        }

        // A tenant that is made and erased again under the same name may have used the very same: each time has rows of its own.
        var prefix = $"{hash}-{time.GetUtcNow().ToUnixTimeMilliseconds()}";
        await database.Database.ExecuteSqlAsync(
            $"""UPDATE "Usage" SET "TenantId" = {hash}, "Id" = {prefix} || substr("Id", {tenant.Length + 1}) WHERE "TenantId" = {tenant}""", cancellation);
        await Finish(tenant, hash, hash, cancellation, whole: true);
        return hash;
    }

    /// <summary>What rows held before they were changed may stand in unused parts of SQLite's file until it is written anew.</summary>
    private async Task Rewrite(CancellationToken cancellation)
    {
        try
        {
            await database.Database.ExecuteSqlAsync($"VACUUM", cancellation);
        }
        catch (DbException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody writes: the parts are overwritten as they are used again.
        }

        await database.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
    }

    /// <summary>What was started for a video beside its making.</summary>
    private static string[] Beside(string videoId) => [PublicationOrchestration.InstanceOf(videoId), CancellationOrchestration.InstanceOf(videoId)];

    /// <summary>Ends what is under way and forgets how it came about.</summary>
    private async Task Forget(IReadOnlyList<string> instances, CancellationToken cancellation)
    {
        foreach (var instance in instances)
        {
            if (await orchestrations.Find(instance, cancellation) is { } known)
            {
                if (known.State is InstanceState.Running or InstanceState.Suspended)
                {
                    await orchestrations.Cancel(instance, "It was erased.", cancellation);
                    await End(instance, cancellation);
                }

                await orchestrations.Purge(instance, cancellation);
            }
        }
    }

    private async Task End(string instance, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_stopping);
        try
        {
            await orchestrations.WaitForEnd(instance, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It finds no row, and ends by itself; its history goes with those of its day.
        }
    }

    /// <summary>Deletes the rows of a tenant in all tables; its keys stay, and what is kept by law.</summary>
    private async Task Rows(string tenant, CancellationToken cancellation)
    {
        foreach (var table in database.Model.GetEntityTypes().Where(table => !_kept.Contains(table.ClrType) && table.ClrType != typeof(ApiKeyRow) && Has(table, "TenantId")))
        {
            // The name of the table comes from the model, and what is compared is a parameter.
#pragma warning disable EF1002
            await database.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table.GetTableName()}\" WHERE \"TenantId\" = {{0}}", [tenant], cancellation);
#pragma warning restore EF1002
        }
    }

    private static bool Has(IEntityType table, string property) => table.FindProperty(property) is not null;

    private Task<int> Clicks(IQueryable<CommerceLinkRow> links, CancellationToken cancellation) =>
        database.Clicks.Where(click => links.Any(link => link.Code == click.Code)).ExecuteDeleteAsync(cancellation);

    /// <summary>SQLite overwrites what it deletes only when it is told to.</summary>
    private async Task Securely(CancellationToken cancellation)
    {
        if (database.Database.ProviderName != SoraDatabase.Postgres)
        {
            await database.Database.OpenConnectionAsync(cancellation);
            await database.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON", cancellation);
        }
    }

    // Blobs of a tenant for whom something is being made are left to the timer, a day later: a stage may rely on one.
    private async Task Finish(string tenant, string told, string hash, CancellationToken cancellation, bool whole = false)
    {
        var busy = await database.Videos.AnyAsync(row => row.TenantId == tenant && row.Status < VideoStatus.Completed, cancellation);
        await collector.Run(busy ? BlobCollector.Age : TimeSpan.Zero, $"tenants/{tenant}/", cancellation);
        if (whole)
        {
            // Last, so that who was told of a failure can ask again.
            await database.ApiKeys.Where(row => row.TenantId == tenant).ExecuteDeleteAsync(cancellation);
            await database.Tenants.Where(row => row.Id == tenant).ExecuteDeleteAsync(cancellation);
            // What came in until then; orchestrations that find no row end by themselves.
            await Rows(tenant, cancellation);
        }

        await audit.Append(
            told, new AuditEntry("erasure", hash, busy ? "Rows now, blobs within two days." : "Rows and blobs.", time.GetUtcNow().AddYears(YearsShown)), cancellation);
        if (database.Database.ProviderName != SoraDatabase.Postgres)
        {
            await Rewrite(cancellation);
            await database.Database.CloseConnectionAsync();
        }
    }
}
