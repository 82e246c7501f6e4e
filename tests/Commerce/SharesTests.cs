using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Ledgers;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Tests;

public sealed class SharesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Coins_that_are_left_go_to_the_largest_remainders()
    {
        Assert.Equal([34, 33, 33], Shares.Of(100, [1, 1, 1]));
        Assert.Equal([50, 25, 25], Shares.Of(100, [2, 1, 1]));
        Assert.Equal([1, 0, 1], Shares.Of(2, [5, 2, 4]));
        Assert.Equal([-34, -33, -33], Shares.Of(-100, [1, 1, 1]));
        Assert.Equal([7, 0], Shares.Of(7, [1, 0]));
    }

    [Fact]
    public void Parts_add_up_and_none_is_a_coin_away_from_the_exact_one()
    {
        var cases =
            from units in Gen.Choose(int.MinValue, int.MaxValue)
            from weights in Gen.Choose(0, 1_000_000).NonEmptyListOf()
            where weights.Any(weight => weight > 0)
            select ((long)units * 1000, (IReadOnlyList<long>)[.. weights.Select(weight => (long)weight)]);
        Prop.ForAll(Arb.From(cases), given =>
        {
            var (units, weights) = given;
            var parts = Shares.Of(units, weights);
            var total = weights.Sum();
            return parts.Sum() == units && parts.Zip(weights).All(pair => Math.Abs(pair.First - ((decimal)units * pair.Second / total)) < 1);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L, 2L)]
    public void Weights_that_divide_nothing_are_refused(params long[] weights) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Shares.Of(100, weights));

    [Fact]
    public void Revenue_and_its_refund_leave_every_account_as_it_was()
    {
        KeyValuePair<string, long>[] parties = [new("holder:acme", 300), new("creator:ann", 150), new("tenant", 550)];
        var sale = JournalEntry.ForRevenue("o1", _now, new Money(79.99m, "usd"), parties);
        var refund = JournalEntry.ForRevenue("r1", _now, new Money(-79.99m, "USD"), parties);
        Assert.Equal(["revenue", "holder:acme", "creator:ann", "tenant"], sale.Postings.Select(posting => posting.Account));
        Assert.Equal([7999, -2400, -1200, -4399], sale.Postings.Select(posting => posting.Units));
        Assert.All(sale.Postings.Concat(refund.Postings).GroupBy(posting => posting.Account), lines => Assert.Equal(0, lines.Sum(line => line.Units)));
    }

    [Fact]
    public void An_entry_that_does_not_balance_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new JournalEntry("x", _now, "USD", [new("a", 1), new("b", -2)]));
        Assert.Throws<ArgumentException>(() => new JournalEntry("x", _now, "USD", [new("a", 0)]));
    }
}
