using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>What was used and what it costs. Rows are added and never changed; what a video cost is kept on it in the same transaction.</summary>
/// <param name="database">Where it is booked.</param>
/// <param name="prices">What things cost.</param>
/// <param name="time">The clock.</param>
public sealed class UsageLedger(SoraDatabase database, PriceTable prices, TimeProvider time)
{
    /// <summary>Note of a video that names the project it is booked on.</summary>
    public const string Project = "project";

    /// <summary>Note of a video that names the campaign it is booked on.</summary>
    public const string Campaign = "campaign";

    /// <summary>Books an entry; again under the same id does nothing.</summary>
    /// <param name="entry">What.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether it was booked now.</returns>
    public async Task<bool> Book(UsageEntry entry, CancellationToken cancellation)
    {
        if (await database.Usage.AnyAsync(row => row.Id == entry.Id, cancellation))
        {
            return false;
        }

        var metadata = await database.Videos.AsNoTracking()
            .Where(video => video.Id == entry.VideoId && video.TenantId == entry.Tenant).Select(video => video.Metadata).FirstOrDefaultAsync(cancellation);
        var notes = metadata is null ? null : JsonSerializer.Deserialize(metadata, PipelineJson.Default.IReadOnlyDictionaryStringString);
        var row = RowOf(entry, notes?.GetValueOrDefault(Project), notes?.GetValueOrDefault(Campaign));
        return await database.Together(
            async stop =>
            {
                if (await Add(row, stop) == 0)
                {
                    // Another run of the same activity was quicker.
                    return false;
                }

                await database.Videos.Where(video => video.Id == entry.VideoId && video.TenantId == entry.Tenant).ExecuteUpdateAsync(
                    change => change.SetProperty(video => video.MicroDollars, video => (video.MicroDollars ?? 0) + row.MicroDollars), stop);
                return true;
            },
            cancellation);
    }

    /// <summary>Adds a row unless it is there. Videos that share a shot book it at the same time, which is nothing that goes wrong.</summary>
    private Task<int> Add(UsageRow row, CancellationToken cancellation) => database.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "Usage" ("Id", "TenantId", "VideoId", "Stage", "Engine", "Project", "Campaign", "Milliseconds", "Pixels", "WorkMilliseconds", "GpuMilliseconds",
            "Tokens", "Bytes", "ByteDays", "MicroDollars", "At", "Day")
        VALUES ({row.Id}, {row.TenantId}, {row.VideoId}, {row.Stage}, {row.Engine}, {row.Project}, {row.Campaign}, {row.Milliseconds}, {row.Pixels}, {row.WorkMilliseconds},
            {row.GpuMilliseconds}, {row.Tokens}, {row.Bytes}, {row.ByteDays}, {row.MicroDollars}, {row.At.UtcTicks}, {row.Day})
        ON CONFLICT ("Id") DO NOTHING
        """,
        cancellation);

    private UsageRow RowOf(UsageEntry entry, string? project, string? campaign)
    {
        var at = entry.At ?? time.GetUtcNow();
        return new UsageRow
        {
            Id = entry.Id,
            TenantId = entry.Tenant,
            VideoId = entry.VideoId,
            Stage = entry.Stage,
            Engine = entry.Engine,
            Project = project,
            Campaign = campaign,
            Milliseconds = entry.Amounts.Milliseconds,
            Pixels = entry.Amounts.Pixels,
            WorkMilliseconds = entry.Amounts.WorkMilliseconds,
            GpuMilliseconds = entry.Amounts.GpuMilliseconds,
            Tokens = entry.Amounts.Tokens,
            Bytes = entry.Amounts.Bytes,
            ByteDays = entry.Amounts.ByteDays,
            MicroDollars = entry.MicroDollars ?? prices.MicroDollars(entry.Stage, entry.Engine, at, entry.Amounts),
            At = at,
            Day = at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}
