using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Usage;

/// <summary>Sums of the ledger.</summary>
/// <param name="database">Where it is.</param>
public sealed class UsageBook(SoraDatabase database)
{
    /// <summary>Sums of a tenant, by name.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="by">By what.</param>
    /// <param name="first">First day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="last">Last day.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<UsageSum>> Sums(string tenant, UsageGroup by, string first, string last, CancellationToken cancellation)
    {
        Expression<Func<UsageRow, string>> name = by switch
        {
            UsageGroup.Day => row => row.Day,
            UsageGroup.Project => row => row.Project ?? "",
            UsageGroup.Campaign => row => row.Campaign ?? "",
            UsageGroup.Engine => row => row.Engine,
            UsageGroup.Stage => row => row.Stage,
            _ => row => row.VideoId,
        };
        var sums = await database.Usage.AsNoTracking()
            .Where(row => row.TenantId == tenant && string.Compare(row.Day, first) >= 0 && string.Compare(row.Day, last) <= 0)
            .GroupBy(name)
            .Select(group => new
            {
                group.Key,
                Milliseconds = group.Sum(row => row.Milliseconds),
                Pixels = group.Sum(row => row.Pixels),
                Work = group.Sum(row => row.WorkMilliseconds),
                Gpu = group.Sum(row => row.GpuMilliseconds),
                Tokens = group.Sum(row => row.Tokens),
                Bytes = group.Sum(row => row.Bytes),
                ByteDays = group.Sum(row => row.ByteDays),
                MicroDollars = group.Sum(row => row.MicroDollars),
                Entries = group.Count(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => new UsageSum(
                sum.Key,
                new UsageAmounts
                {
                    Milliseconds = sum.Milliseconds,
                    Pixels = sum.Pixels,
                    WorkMilliseconds = sum.Work,
                    GpuMilliseconds = sum.Gpu,
                    Tokens = sum.Tokens,
                    Bytes = sum.Bytes,
                    ByteDays = sum.ByteDays,
                },
                sum.MicroDollars,
                sum.Entries)),
        ];
    }

    /// <summary>What a tenant used on some days cost, in millionths of a US dollar.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="first">First day, <c>yyyy-MM-dd</c>.</param>
    /// <param name="last">Last day.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task<long> Spent(string tenant, string first, string last, CancellationToken cancellation) => database.Usage
        .Where(row => row.TenantId == tenant && string.Compare(row.Day, first) >= 0 && string.Compare(row.Day, last) <= 0)
        .SumAsync(row => row.MicroDollars, cancellation);
}
