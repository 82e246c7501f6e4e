using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Tenants;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Pipeline.Quotas;

/// <summary>
/// Counts what tenants order, by the day and the month, and lets in what they may have. It is counted in the transaction in which the order is written
/// down: both are there, or none is. The count is done first, which holds the row of the day and with it everybody else who orders for the tenant, so that
/// what is added up after is all that was let in.
/// </summary>
/// <param name="database">Where it is counted.</param>
/// <param name="book">What was spent.</param>
/// <param name="desk">What tenants may have.</param>
/// <param name="time">The clock.</param>
public sealed class QuotaGate(SoraDatabase database, UsageBook book, TenantDesk desk, TimeProvider time)
{
    /// <summary>Lets an order in: writes it down if its tenant may have it.</summary>
    /// <param name="tenant">Who orders.</param>
    /// <param name="milliseconds">Length of all its renditions together.</param>
    /// <param name="microDollars">What it is expected to cost. It counts against the caps from now until it is made.</param>
    /// <param name="accept">Writes it down; may be done again where the connection broke off.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="QuotaExceededException">It is more than the tenant may have for now.</exception>
    public async Task Enter(string tenant, long milliseconds, long microDollars, Func<CancellationToken, Task> accept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(accept);
        var row = await desk.Row(tenant, cancellation);
        var (limits, settings) = (TenantDesk.LimitsOf(row), TenantDesk.SettingsOf(row));
        if (limits is { VideosPerDay: null, VideosPerMonth: null, SecondsPerMonth: null, MonthCap: null } && settings is { DayCap: null, MonthCap: null })
        {
            await accept(cancellation);
            return;
        }

        await database.Together(
            async stop =>
            {
                await Count(tenant, limits, settings, milliseconds, microDollars, stop);
                await accept(stop);
                return true;
            },
            cancellation);
    }

    private async Task Count(
        string tenant, TenantLimits limits, TenantSettings settings, long milliseconds, long microDollars, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (day, month) = (now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var tomorrow = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero).AddDays(1);
        var nextMonth = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
        if (!await Count(tenant, day, limits.VideosPerDay, null, milliseconds, cancellation))
        {
            throw Refused($"{limits.VideosPerDay} videos a day", tomorrow);
        }

        if (!await Count(tenant, month, limits.VideosPerMonth, limits.SecondsPerMonth * 1_000, milliseconds, cancellation))
        {
            throw Refused($"{string.Join(" or ", MonthWords(limits))} a month", nextMonth);
        }

        await Capped(tenant, day, day, settings.DayCap, microDollars, "day", tomorrow, cancellation);
        await Capped(tenant, $"{month}-01", $"{month}-31", Least(settings.MonthCap, limits.MonthCap), microDollars, "month", nextMonth, cancellation);
    }

    private async Task<bool> Count(string tenant, string period, int? videos, long? milliseconds, long asked, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlAsync(
            $"""INSERT INTO "QuotaUses" ("TenantId", "Period", "Videos", "Milliseconds") VALUES ({tenant}, {period}, 0, 0) ON CONFLICT DO NOTHING""", cancellation);
        var (mostVideos, mostMilliseconds) = (videos ?? int.MaxValue, milliseconds ?? long.MaxValue);
        return await database.QuotaUses
            .Where(row => row.TenantId == tenant && row.Period == period && row.Videos < mostVideos && row.Milliseconds <= mostMilliseconds - asked)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.Videos, one => one.Videos + 1).SetProperty(one => one.Milliseconds, one => one.Milliseconds + asked),
                cancellation) > 0;
    }

    // What videos in the making are still expected to cost, and what is booked; in this order, so that what is booked in between is not left out.
    private async Task Capped(
        string tenant, string first, string last, long? cap, long asked, string period, DateTimeOffset until, CancellationToken cancellation)
    {
        if (cap is not { } most)
        {
            return;
        }

        var coming = await database.Videos
            .Where(row => row.TenantId == tenant && row.Status < VideoStatus.Completed && row.EstimatedMicroDollars > (row.MicroDollars ?? 0))
            .SumAsync(row => (row.EstimatedMicroDollars ?? 0) - (row.MicroDollars ?? 0), cancellation);
        var spent = await book.Spent(tenant, first, last, cancellation);
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

    private static IEnumerable<string> MonthWords(TenantLimits limits)
    {
        if (limits.SecondsPerMonth is { } seconds)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
        }

        if (limits.VideosPerMonth is { } videos)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{videos} videos");
        }
    }

    private static QuotaExceededException Refused(string what, DateTimeOffset until) => new(
        "quota_exceeded", string.Create(CultureInfo.InvariantCulture, $"The quota of {what} is used up. It begins anew at {until:yyyy-MM-ddTHH:mm:ssZ}."), until);

    private static long? Least(long? one, long? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
