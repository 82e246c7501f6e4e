using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Ledgers;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Divides what an order brought among rights-holders first, and then, of what is left, among who else has a share.</summary>
public static class Royalties
{
    /// <summary>A holder's account in the books of who sells.</summary>
    /// <param name="holderId">Which holder.</param>
    public static string AccountOf(string holderId) => $"holder:{holderId}";

    /// <summary>The entry of an order: it balances, and what each holder gets does not depend on how the rest is divided.</summary>
    /// <param name="sale">The order.</param>
    /// <param name="uses">The grants of the video that led to it, in order of <see cref="GrantUseRow.GrantId"/>.</param>
    /// <param name="parties">Who has a share in the rest, with weights.</param>
    public static JournalEntry Entry(Conversion sale, IReadOnlyList<GrantUseRow> uses, IReadOnlyList<KeyValuePair<string, long>> parties)
    {
        ArgumentNullException.ThrowIfNull(sale);
        ArgumentNullException.ThrowIfNull(uses);
        ArgumentNullException.ThrowIfNull(parties);
        if (uses.Count == 0)
        {
            return JournalEntry.ForRevenue(sale.Order, sale.At, sale.Net, parties);
        }

        var due = Due(sale, uses);
        var rest = Shares.Of(sale.Net.MinorUnits - due.Sum(), [.. parties.Select(party => party.Value)]);
        return new JournalEntry(sale.Order, sale.At, sale.Net.Currency,
        [
            new Posting("revenue", sale.Net.MinorUnits),
            .. uses.Zip(due, (use, units) => new Posting(AccountOf(use.HolderId), -units)),
            .. parties.Zip(rest, (party, units) => new Posting(party.Key, -units)),
        ]);
    }

    /// <summary>What is due under each grant, in smallest coins.</summary>
    /// <param name="sale">The order.</param>
    /// <param name="uses">The grants of the video that led to it, in order of <see cref="GrantUseRow.GrantId"/>.</param>
    public static IReadOnlyList<long> Due(Conversion sale, IReadOnlyList<GrantUseRow> uses)
    {
        ArgumentNullException.ThrowIfNull(sale);
        ArgumentNullException.ThrowIfNull(uses);
        var weights = uses.Select(use => (long)use.ShareBasisPoints).ToList();

        // Grants that were combined when they gave away too much are paid in proportion: no order pays out more than it brought.
        return [.. Shares.Of(sale.Net.MinorUnits, [.. weights, Math.Max(0, RightsGate.Whole - weights.Sum())]).SkipLast(1)];
    }
}
