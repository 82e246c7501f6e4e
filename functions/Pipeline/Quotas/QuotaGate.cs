using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Quotas;

/// <summary>
/// Counts what tenants order, by the day and the month, and lets in what they may have. A count is one statement that changes a row only
/// where it stays within the limit, so many machines together let in exactly as many.
/// </summary>
/// <param name="database">Where it is counted.</param>
/// <param name="book">What was spent.</param>
/// <param name="desk">What tenants may have.</param>
/// <param name="time">The clock.</param>
public sealed class QuotaGate(SoraDatabase database, UsageBook book, TenantDesk desk, TimeProvider time)
{
    /// <summary>Lets an order in and counts it.</summary>
    /// <param name="tenant">Who orders.</param>
    /// <param name="milliseconds">Length of all its renditions together.</param>
    /// <param name="microDollars">What it is expected to cost.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="QuotaExceededException">It is more than the tenant may have for now.</exception>
    public async Task Enter(string tenant, long milliseconds, long microDollars, CancellationToken cancellation)
    {
        var (limits, settings) = (await desk.Limits(tenant, cancellation), await desk.Settings(tenant, cancellation));
        var now = time.GetUtcNow();
        var (day, month) = (now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var tomorrow = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero).AddDays(1);
        var nextMonth = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
        if (limits is { VideosPerDay: null, VideosPerMonth: null, SecondsPerMonth: null, MonthCap: null } && settings is { DayCap: null, MonthCap: null })
        {
            return;
        }

        await Capped(tenant, day, day, settings.DayCap, microDollars, "day", tomorrow, cancellation);
        await Capped(tenant, $"{month}-01", $"{month}-31", Least(settings.MonthCap, limits.MonthCap), microDollars, "month", nextMonth, cancellation);
        if (!await Count(tenant, day, limits.VideosPerDay, null, milliseconds, cancellation))
        {
            throw Refused($"{limits.VideosPerDay} videos a day", tomorrow);
        }

        if (!await Count(tenant, month, limits.VideosPerMonth, limits.SecondsPerMonth * 1_000, milliseconds, cancellation))
        {
            await Undo(tenant, day, milliseconds, cancellation);
            throw Refused(limits.SecondsPerMonth is { } seconds ? $"{seconds} seconds or {limits.VideosPerMonth} videos a month" : $"{limits.VideosPerMonth} videos a month", nextMonth);
        }
    }

    private async Task<bool> Count(string tenant, string period, int? videos, long? milliseconds, long asked, CancellationToken cancellation)
    {
        await Open(tenant, period, cancellation);
        var (mostVideos, mostMilliseconds) = (videos ?? int.MaxValue, milliseconds ?? long.MaxValue);
        return await database.QuotaUses
            .Where(row => row.TenantId == tenant && row.Period == period && row.Videos < mostVideos && row.Milliseconds <= mostMilliseconds - asked)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Videos, one => one.Videos + 1).SetProperty(one => one.Milliseconds, one => one.Milliseconds + asked),
                cancellation) > 0;
    }

    private Task<int> Undo(string tenant, string period, long asked, CancellationToken cancellation) => database.QuotaUses
        .Where(row => row.TenantId == tenant && row.Period == period)
        .ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Videos, one => one.Videos - 1).SetProperty(one => one.Milliseconds, one => one.Milliseconds - asked), cancellation);

    private async Task Open(string tenant, string period, CancellationToken cancellation)
    {
        if (await database.QuotaUses.AnyAsync(row => row.TenantId == tenant && row.Period == period, cancellation))
        {
            return;
        }

        var added = database.QuotaUses.Add(new QuotaUseRow { TenantId = tenant, Period = period });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another was quicker.
        }
        finally
        {
            added.State = EntityState.Detached;
        }
    }

    // What is booked, and what videos in the making are still expected to cost.
    private async Task Capped(
        string tenant, string first, string last, long? cap, long asked, string period, DateTimeOffset until, CancellationToken cancellation)
    {
        if (cap is not { } most)
        {
            return;
        }

        var spent = await book.Spent(tenant, first, last, cancellation);
        var coming = await database.Videos
            .Where(row => row.TenantId == tenant && row.Status < VideoStatus.Completed && row.EstimatedMicroDollars > (row.MicroDollars ?? 0))
            .SumAsync(row => (row.EstimatedMicroDollars ?? 0) - (row.MicroDollars ?? 0), cancellation);
        if (spent + coming + asked > most || spent + coming >= most)
        {
            throw new QuotaExceededException(
                "spend_cap_reached",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The spend cap of {most / 1_000_000m:0.######} US dollars a {period} leaves {Math.Max(0, most - spent - coming) / 1_000_000m:0.######}; this order is expected to cost {asked / 1_000_000m:0.######}. It begins anew at {until:yyyy-MM-ddTHH:mm:ssZ}."),
                until);
        }
    }

    private static QuotaExceededException Refused(string what, DateTimeOffset until) => new(
        "quota_exceeded", string.Create(CultureInfo.InvariantCulture, $"The quota of {what} is used up. It begins anew at {until:yyyy-MM-ddTHH:mm:ssZ}."), until);

    private static long? Least(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
