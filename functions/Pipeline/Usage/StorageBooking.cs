using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>Books what tenants have on their shelves, once a day and tenant, by what is there when the day is booked.</summary>
/// <param name="database">Where files are.</param>
/// <param name="ledger">Where it is booked.</param>
/// <param name="time">The clock.</param>
public sealed class StorageBooking(SoraDatabase database, UsageLedger ledger, TimeProvider time)
{
    /// <summary>What stores.</summary>
    public const string Engine = "blobs";

    /// <summary>Books yesterday, unless that was done.</summary>
    /// <param name="cancellation">Stops after the present tenant.</param>
    public async Task Run(CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var end = new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 59, 59)), TimeSpan.Zero);
        var held = await database.Videos
            .Where(video => video.CreatedAt <= end)
            .Join(database.VideoFiles, video => video.Id, file => file.VideoId, (video, file) => new { video.TenantId, file.Length })
            .GroupBy(one => one.TenantId)
            .Select(group => new { Tenant = group.Key, Bytes = group.Sum(one => one.Length) })
            .ToListAsync(cancellation);
        foreach (var one in held)
        {
            await ledger.Book(
                new UsageEntry(
                    $"{one.Tenant}.storage.{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", one.Tenant, "", UsageStage.Storage, Engine,
                    new UsageAmounts { ByteDays = one.Bytes })
                {
                    At = end,
                },
                cancellation);
        }
    }
}
