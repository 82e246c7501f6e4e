using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Rights;

namespace SoraFunctions.Pipeline.Tests.Rights;

public class RoyaltiesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<KeyValuePair<string, long>> _own = [new("own", 1)];

    [Fact]
    public void Holder_is_paid_to_the_coin_and_the_rest_goes_where_it_went()
    {
        var entry = Royalties.Entry(Sale(79.99m, 0), [Use("g1", 250)], [new("agency", 1), new("own", 1)]);

        Assert.Equal([("revenue", 7999L), ("holder:holder_g1", -200), ("agency", -3900), ("own", -3899)], entry.Postings.Select(posting => (posting.Account, posting.Units)));
    }

    [Fact]
    public void What_is_given_back_is_taken_from_the_holder_too()
    {
        Assert.Equal([1L], Royalties.Due(Sale(79.99m, 79.50m), [Use("g1", 250)]));
        Assert.Equal([0L], Royalties.Due(Sale(79.99m, 79.99m), [Use("g1", 250)]));
    }

    [Fact]
    public void Every_entry_balances_and_no_holder_is_a_coin_off_whatever_the_shares()
    {
        var cases =
            from units in Gen.Choose(0, 1_000_000_000)
            from shares in Gen.Choose(0, 6000).ListOf()
            from weights in Gen.Choose(1, 1000).ListOf()
            select (units, shares: shares.Take(4).ToList(), weights: weights.Take(5).ToList());

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var uses = given.shares.Select((share, i) => Use($"g{i}", share)).ToList();
            var parties = given.weights.Count == 0 ? _own : [.. given.weights.Select((weight, i) => KeyValuePair.Create($"p{i}", (long)weight))];
            var sale = new Conversion("o", _now, Money.FromMinorUnits(given.units, "EUR"), new Money(0, "EUR"), null);
            var entry = Royalties.Entry(sale, uses, parties);
            var whole = Math.Max(RightsGate.Whole, given.shares.Sum());
            Assert.Equal(0, entry.Postings.Sum(posting => posting.Units));
            Assert.All(entry.Postings.Skip(1).Take(uses.Count).Zip(given.shares), one => Assert.InRange(-one.First.Units - ((decimal)given.units * one.Second / whole), -1m, 1m));
            Assert.All(entry.Postings.Skip(1), posting => Assert.True(posting.Units <= 0));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static Conversion Sale(decimal paid, decimal refunded) => new("o1", _now, new Money(paid, "EUR"), new Money(refunded, "EUR"), null);

    private static GrantUseRow Use(string grant, int share) => new()
    {
        VideoId = "video_1", GrantId = grant, HolderId = $"holder_{grant}", TenantId = "shop", Works = "[]", ShareBasisPoints = share, At = _now,
    };
}
