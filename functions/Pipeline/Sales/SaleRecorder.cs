using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Sales;

/// <summary>
/// Writes down what shops and payment services tell of sales. The log only grows: what is told again word by word changes nothing, and what is
/// told otherwise is a second tale, of which <see cref="ConversionLog"/> takes the later one.
/// </summary>
/// <param name="database">Where the log is.</param>
/// <param name="time">The clock.</param>
public sealed class SaleRecorder(SoraDatabase database, TimeProvider time)
{
    /// <summary>Most characters that an id or the name of an order may have.</summary>
    public const int LongestName = 255;

    /// <summary>Most other names and most pieces of evidence that are taken.</summary>
    public const int MostParts = 50;

    private readonly SaleBook _book = new(database);

    /// <summary>Writes an event down. Safe to be asked again, and at once by several.</summary>
    /// <param name="tenant">Whose sale.</param>
    /// <param name="sale">What happened. Evidence that names no video of this tenant is left out: it counts for nobody.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Whether it was new.</returns>
    /// <exception cref="RequestException">A name is empty or too long, there are too many of them, or the amount is negative.</exception>
    public async Task<bool> Record(string tenant, SaleEvent sale, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        Check(sale);
        var evidence = sale.Evidence.Concat(await OfCodes(tenant, sale.DiscountCodes, cancellation)).ToList();
        var row = RowOf(tenant, sale with { Evidence = await Own(tenant, evidence, cancellation) });
        return !await IsKnown(row, cancellation) && await database.Together(stop => Write(row, stop), cancellation);
    }

    private async Task<bool> Write(SaleEventRow row, CancellationToken cancellation)
    {
        var begun = await _book.Open(row.TenantId, cancellation);
        if (await IsKnown(row, cancellation))
        {
            return false;
        }

        var entry = database.SaleEvents.Add(row);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        finally
        {
            entry.State = EntityState.Detached;
        }

        if (begun)
        {
            await _book.Count(row.TenantId, row, cancellation);
        }
        else
        {
            await _book.Recount(row.TenantId, cancellation);
        }

        return true;
    }

    private static void Check(SaleEvent sale)
    {
        ArgumentNullException.ThrowIfNull(sale);
        static bool Fits(string name) => name.Length is > 0 and <= LongestName && !name.Contains('\0', StringComparison.Ordinal);
        var wrong = new List<RequestError>();
        void Expect(bool fine, string field, string otherwise)
        {
            if (!fine)
            {
                wrong.Add(new RequestError(field, $"{field} {otherwise}."));
            }
        }

        Expect(Fits(sale.Id), "id", $"must have 1 to {LongestName} characters");
        Expect(Fits(sale.Order), "order", $"must have 1 to {LongestName} characters");
        Expect(sale.Amount.Amount >= 0, "amount", "must be 0 or more: what was given back is an event of its own");
        Expect(sale.AlsoKnownAs.Count <= MostParts && sale.AlsoKnownAs.All(Fits), "also_known_as", $"must be at most {MostParts} names of 1 to {LongestName} characters");
        Expect(sale.DiscountCodes.Count <= MostParts && sale.DiscountCodes.All(Fits), "discount_codes", $"must be at most {MostParts} codes of 1 to {LongestName} characters");
        Expect(sale.Evidence.Count <= MostParts, "evidence", $"must be at most {MostParts} pieces");
        if (wrong.Count > 0)
        {
            throw new RequestException(wrong);
        }
    }

    // A code tells something only where one video alone shows it.
    private async Task<IEnumerable<Evidence>> OfCodes(string tenant, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var used = codes.Select(code => code.ToUpperInvariant()).Distinct().ToList();
        var shown = used.Count == 0 ? [] : await database.CommerceLinks
            .Where(link => link.TenantId == tenant && link.Discount != null && used.Contains(link.Discount.ToUpper()))
            .Select(link => new { link.Discount, link.VideoId }).Distinct().ToListAsync(cancellation);
        return shown.GroupBy(one => one.Discount!.ToUpperInvariant())
            .Where(code => code.Select(one => one.VideoId).Distinct().Count() == 1)
            .Select(code => new Evidence(EvidenceKind.DiscountCode, code.First().VideoId));
    }

    private async Task<IReadOnlyList<Evidence>> Own(string tenant, IReadOnlyList<Evidence> evidence, CancellationToken cancellation)
    {
        var named = evidence.Select(one => one.VideoId).Distinct().ToList();
        var own = named.Count == 0 ? [] : await database.Videos
            .Where(video => video.TenantId == tenant && named.Contains(video.Id)).Select(video => video.Id).ToListAsync(cancellation);
        return [.. evidence.Where(one => own.Contains(one.VideoId)).Distinct()
            .OrderBy(one => one.Kind).ThenBy(one => one.VideoId, StringComparer.Ordinal).ThenBy(one => one.At).ThenBy(one => one.Channel, StringComparer.Ordinal)];
    }

    private Task<bool> IsKnown(SaleEventRow row, CancellationToken cancellation) =>
        database.SaleEvents.AnyAsync(other => other.TenantId == row.TenantId && other.Id == row.Id && other.Hash == row.Hash, cancellation);

    private SaleEventRow RowOf(string tenant, SaleEvent sale)
    {
        var names = JsonSerializer.Serialize([.. sale.AlsoKnownAs.Distinct().Order(StringComparer.Ordinal)], SalesJson.Default.IReadOnlyListString);
        var evidence = JsonSerializer.Serialize(sale.Evidence, SalesJson.Default.IReadOnlyListEvidence);
        var tale = string.Create(CultureInfo.InvariantCulture, $"{(int)sale.Kind}\n{sale.Order}\n{sale.At.UtcTicks}\n{sale.Amount}\n{names}\n{evidence}");
        return new SaleEventRow
        {
            TenantId = tenant,
            Id = sale.Id,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tale))),
            Order = sale.Order,
            Kind = sale.Kind,
            At = sale.At,
            MinorUnits = sale.Amount.MinorUnits,
            Currency = sale.Amount.Currency,
            AlsoKnownAs = names,
            Evidence = evidence,
            RecordedAt = time.GetUtcNow(),
        };
    }
}
