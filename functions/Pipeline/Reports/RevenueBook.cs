using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Ledgers;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Rights;
using SoraFunctions.Pipeline.Sales;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>
/// Divides a tenant's revenue among who has a share in it: rights-holders whose grants a video was made under first, and others in what is left. The book is written anew from the log of sales each time, each order by the shares that
/// held when it was paid; every entry balances by itself.
/// </summary>
/// <param name="database">Where shares are.</param>
/// <param name="sales">What was sold.</param>
/// <param name="time">The clock.</param>
public sealed partial class RevenueBook(SoraDatabase database, SalesLog sales, TimeProvider time)
{
    /// <summary>The account that gets what nobody has a share in.</summary>
    public const string Own = "own";

    /// <summary>Most parties.</summary>
    public const int Most = 20;

    /// <summary>Sets who has a share in what is paid from now on.</summary>
    /// <param name="tenant">Whose revenue.</param>
    /// <param name="parties">Accounts and weights.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Since when it holds.</returns>
    public async Task<DateTimeOffset> Share(string tenant, IReadOnlyDictionary<string, long> parties, CancellationToken cancellation)
    {
        if (parties.Count is 0 or > Most || !parties.Keys.All(name => Account().IsMatch(name) && name != "revenue")
            || parties.Values.Any(weight => weight is < 0 or > 1_000_000_000) || parties.Values.All(weight => weight == 0))
        {
            throw new RequestException(new RequestError(
                "parties", $"parties must be 1 to {Most} accounts of 1 to 64 letters, digits, '-', '_' and ':', other than revenue, with whole weights from 0 to 1,000,000,000, not all 0."));
        }

        var since = time.GetUtcNow();
        database.RevenueShares.Add(new RevenueShareRow
        {
            TenantId = tenant,
            Since = since,
            Parties = JsonSerializer.Serialize([.. parties.OrderBy(one => one.Key, StringComparer.Ordinal)], SalesJson.Default.IReadOnlyListKeyValuePairStringInt64),
        });
        await database.SaveChangesAsync(cancellation);
        return since;
    }

    /// <summary>The shares that were set, the oldest first.</summary>
    /// <param name="tenant">Whose revenue.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<(DateTimeOffset Since, IReadOnlyList<KeyValuePair<string, long>> Parties)>> Shares(string tenant, CancellationToken cancellation) =>
    [
        .. (await database.RevenueShares.AsNoTracking().Where(row => row.TenantId == tenant).OrderBy(row => row.Since).ToListAsync(cancellation))
            .Select(row => (row.Since, JsonSerializer.Deserialize(row.Parties, SalesJson.Default.IReadOnlyListKeyValuePairStringInt64)!)),
    ];

    /// <summary>The entries of the orders that were paid in a time.</summary>
    /// <param name="tenant">Whose revenue.</param>
    /// <param name="span">Which days.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<JournalEntry>> Entries(string tenant, ReportSpan span, CancellationToken cancellation)
    {
        var shares = await Shares(tenant, cancellation);
        var log = await sales.Count(tenant, span.Begin, span.End, cancellation);
        var uses = await RightsStatements.Uses(database, tenant, cancellation);
        IReadOnlyList<KeyValuePair<string, long>> own = [new(Own, 1)];
        return
        [
            .. log.Conversions.Where(one => one.Cause is not null).Select(one => Royalties.Entry(
                one, [.. uses[one.Cause!.VideoId]], shares.LastOrDefault(share => share.Since <= one.At).Parties ?? own)),
        ];
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_:-]{1,64}\z")]
    private static partial Regex Account();
}
