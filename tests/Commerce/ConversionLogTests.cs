using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Tests;

public sealed class ConversionLogTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly AttributionRules _rules = new();

    [Fact]
    public void An_order_counts_once_however_often_it_is_told()
    {
        var paid = Paid("1", 79, video: "video_1");
        var log = ConversionLog.Of([paid, paid, paid with { At = _noon.AddSeconds(1) }], _rules);
        Assert.Equal(("a:1", 79m, "video_1"), (Assert.Single(log.Conversions).Order, log.Conversions[0].Net.Amount, log.Conversions[0].Cause!.VideoId));
    }

    [Fact]
    public void An_order_that_two_systems_tell_of_is_one()
    {
        var log = ConversionLog.Of(
            [Paid("1", 79), Paid("9", 79, order: "stripe:cs_1") with { AlsoKnownAs = ["shopify:1"] }, Paid("8", 79, order: "shopify:1"), Paid("7", 5, order: "shopify:2")], _rules);
        Assert.Equal(["a:1", "shopify:1", "shopify:2"], log.Conversions.Select(one => one.Order).Order());
    }

    [Fact]
    public void Refunds_subtract_each_once_and_never_below_nothing()
    {
        SaleEvent[] events = [Refund("r1", 30), Paid("1", 79), Refund("r1", 30), Refund("r2", 9)];
        Assert.Equal(40m, Assert.Single(ConversionLog.Of(events, _rules).Conversions).Net.Amount);
        Assert.Equal(0m, Assert.Single(ConversionLog.Of([.. events, Refund("r3", 500)], _rules).Conversions).Net.Amount);
    }

    [Fact]
    public void Of_two_tales_of_one_instant_the_larger_sum_of_what_was_given_back_holds()
    {
        SaleEvent[] events = [Paid("1", 79), Refund("r1", 9), Refund("r1", 10)];
        Assert.Equal(69m, Assert.Single(ConversionLog.Of(events, _rules).Conversions).Net.Amount);
        Assert.Equal(69m, Assert.Single(ConversionLog.Of(events.Reverse(), _rules).Conversions).Net.Amount);
    }

    [Fact]
    public void What_was_placed_counts_when_it_is_paid()
    {
        var placed = new SaleEvent("p", "a:1", SaleEventKind.Placed, _noon, new Money(79, "USD")) { Evidence = [new(EvidenceKind.OrderAttribute, "video_1")] };
        Assert.Empty(ConversionLog.Of([placed], _rules).Conversions);
        Assert.Equal("video_1", Assert.Single(ConversionLog.Of([Paid("1", 79), placed], _rules).Conversions).Cause!.VideoId);
    }

    [Fact]
    public void A_refund_that_cannot_be_taken_off_is_kept_apart()
    {
        var log = ConversionLog.Of([Paid("1", 79), Refund("r1", 10, "EUR"), Refund("r2", 10) with { Order = "a:2" }], _rules);
        Assert.Equal(79m, Assert.Single(log.Conversions).Net.Amount);
        Assert.Equal(["r1", "r2"], log.Unbooked.Select(one => one.Id));
    }

    [Theory]
    [InlineData(EvidenceKind.OrderAttribute, EvidenceKind.PaymentMetadata)]
    [InlineData(EvidenceKind.PaymentMetadata, EvidenceKind.Affiliate)]
    [InlineData(EvidenceKind.Affiliate, EvidenceKind.DiscountCode)]
    [InlineData(EvidenceKind.DiscountCode, EvidenceKind.Utm)]
    [InlineData(EvidenceKind.Utm, EvidenceKind.Referrer)]
    public void Harder_evidence_decides_before_later_one(EvidenceKind harder, EvidenceKind softer) => Assert.Equal(
        "harder", _rules.Decide([new(softer, "softer", _noon), new(harder, "harder", _noon.AddDays(-20))], _noon)!.VideoId);

    [Fact]
    public void First_or_last_touch_decides_between_equals_within_the_window()
    {
        Evidence[] met = [new(EvidenceKind.Utm, "old", _noon.AddDays(-31)), new(EvidenceKind.Utm, "first", _noon.AddDays(-9)), new(EvidenceKind.Utm, "last", _noon.AddDays(-1)), new(EvidenceKind.Utm, "after", _noon.AddDays(1))];
        Assert.Equal("last", _rules.Decide(met, _noon)!.VideoId);
        Assert.Equal("first", (_rules with { Touch = Touch.First }).Decide(met, _noon)!.VideoId);
        Assert.Equal("old", (_rules with { Touch = Touch.First, Window = TimeSpan.FromDays(60) }).Decide(met, _noon)!.VideoId);
        Assert.Null(_rules.Decide([met[0], met[3]], _noon));
    }

    [Fact]
    public void The_same_events_give_the_same_orders_in_any_order_and_with_any_repeats()
    {
        var kind = Gen.Elements(SaleEventKind.Placed, SaleEventKind.Paid, SaleEventKind.Refunded);
        var one =
            from id in Gen.Choose(1, 6)
            from order in Gen.Choose(1, 4)
            from what in kind
            from minutes in Gen.Choose(0, 50_000)
            from amount in Gen.Choose(1, 200)
            from currency in Gen.Elements("USD", "USD", "EUR")
            from other in Gen.Choose(1, 12)
            from evidence in Gen.Choose(0, 5)
            select new SaleEvent($"e{id}", $"a:{order}", what, _noon.AddMinutes(minutes), new Money(amount, currency))
            {
                AlsoKnownAs = other <= 4 ? [$"a:{other}"] : [],
                Evidence = [new((EvidenceKind)evidence, $"video_{other}", other % 2 == 0 ? _noon.AddMinutes(-other) : null)],
            };
        var cases =
            from events in one.ListOf()
            from again in events.Count == 0 ? Gen.Constant(events) : Gen.Elements(events.ToArray()).ListOf()
            from shuffled in Gen.Shuffle(events.Concat(again))
            select (events, shuffled);
        Prop.ForAll(Arb.From(cases), pair =>
        {
            var (straight, mixed) = (ConversionLog.Of(pair.events, _rules), ConversionLog.Of(pair.shuffled, _rules));
            return straight.Conversions.SequenceEqual(mixed.Conversions)
                && straight.Unbooked.Select(one => one.Id).SequenceEqual(mixed.Unbooked.Select(one => one.Id))
                && straight.Conversions.All(one => one.Net.Amount >= 0 && one.Refunded.Amount >= 0);
        }).QuickCheckThrowOnFailure();
    }

    private static SaleEvent Paid(string id, decimal amount, string order = "a:1", string? video = null) =>
        new(id, order, SaleEventKind.Paid, _noon, new Money(amount, "USD")) { Evidence = video is null ? [] : [new(EvidenceKind.OrderAttribute, video)] };

    private static SaleEvent Refund(string id, decimal amount, string currency = "USD") =>
        new(id, "a:1", SaleEventKind.Refunded, _noon.AddDays(2), new Money(amount, currency));
}
