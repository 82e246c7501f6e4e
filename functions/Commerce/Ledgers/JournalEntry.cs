using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Ledgers;

/// <summary>A transaction of a double-entry ledger: debits and credits in one currency that add up to nothing.</summary>
public sealed record JournalEntry
{
    /// <summary>Makes an entry. Fails with <see cref="ArgumentException"/> when it does not balance.</summary>
    /// <param name="id">What it books, so that nothing is booked twice.</param>
    /// <param name="at">When that happened.</param>
    /// <param name="currency">ISO 4217 code in either case.</param>
    /// <param name="postings">Two or more.</param>
    public JournalEntry(string id, DateTimeOffset at, string currency, IReadOnlyList<Posting> postings)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(postings);
        var sum = postings.Aggregate(0L, (sum, posting) => checked(sum + posting.Units));
        if (postings.Count < 2 || sum != 0)
        {
            throw new ArgumentException($"the entry {id} has {postings.Count} postings that add up to {sum}, and must have two or more that add up to 0", nameof(postings));
        }

        (Id, At, Currency, Postings) = (id, at, Prices.Currency.Normalise(currency), postings);
    }

    /// <summary>What it books.</summary>
    public string Id { get; }

    /// <summary>When that happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>ISO 4217 code, upper case.</summary>
    public string Currency { get; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<Posting> Postings { get; }

    /// <summary>
    /// Revenue of an order divided among those who have a share in it: the shop's account <c>revenue</c> is debited with all of it, each party is
    /// credited with its part.
    /// </summary>
    /// <param name="id">What it books: the order, or the refund.</param>
    /// <param name="at">When that happened.</param>
    /// <param name="revenue">What came in; below 0 for what was given back, which is taken from the parties as it was given.</param>
    /// <param name="parties">Accounts with their weights; what nobody has a share in goes to an account of its own.</param>
    public static JournalEntry ForRevenue(string id, DateTimeOffset at, Money revenue, IReadOnlyList<KeyValuePair<string, long>> parties)
    {
        ArgumentNullException.ThrowIfNull(revenue);
        ArgumentNullException.ThrowIfNull(parties);
        var parts = Shares.Of(revenue.MinorUnits, [.. parties.Select(party => party.Value)]);
        return new JournalEntry(id, at, revenue.Currency,
        [
            new Posting("revenue", revenue.MinorUnits),
            .. parties.Zip(parts, (party, part) => new Posting(party.Key, -part)),
        ]);
    }
}
