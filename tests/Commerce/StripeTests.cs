using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Attribution;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Stripe;

namespace SoraFunctions.Commerce.Tests;

public sealed class StripeTests
{
    [Theory]
    [InlineData("79.99 USD", 7999)]
    [InlineData("500 JPY", 500)]
    [InlineData("5 UGX", 500)]
    [InlineData("1.500 KWD", 1500)]
    public void Amounts_go_as_Stripe_counts_them_and_come_back(string money, long units)
    {
        Assert.Equal(units, StripeAmount.Of(Money.Parse(money)));
        Assert.Equal(Money.Parse(money), StripeAmount.Read(units, money[^3..].ToLowerInvariant()));
    }

    [Fact]
    public void A_paid_session_is_a_sale_and_its_refund_belongs_to_it()
    {
        var log = ConversionLog.Of(
            [Of("charge.refunded", Refund(1000), 30), Of("checkout.session.completed", Session(), 10), Of("charge.refunded", Refund(2500), 40), Of("checkout.session.completed", Session(), 10)],
            new AttributionRules());
        var sale = Assert.Single(log.Conversions);
        Assert.Equal((79.99m, 54.99m, "video_1", "tiktok-ad"), (sale.Paid.Amount, sale.Net.Amount, sale.Cause!.VideoId, sale.Cause.Channel));
        Assert.Empty(log.Unbooked);
    }

    [Fact]
    public void What_is_paid_later_counts_when_it_is_paid()
    {
        var placed = Of("checkout.session.completed", Session("unpaid"), 10);
        Assert.Equal(SaleEventKind.Placed, placed.Kind);
        Assert.Empty(ConversionLog.Of([placed], new AttributionRules()).Conversions);
        Assert.Single(ConversionLog.Of([Of("checkout.session.async_payment_succeeded", Session(), 20), placed], new AttributionRules()).Conversions);
    }

    [Fact]
    public void Metadata_is_harder_than_what_stands_in_the_address() =>
        Assert.Equal([EvidenceKind.PaymentMetadata, EvidenceKind.Utm], Of("checkout.session.completed", Session(), 10).Evidence.Select(one => one.Kind));

    [Theory]
    [InlineData("payment_link.created", "{}")]
    [InlineData("checkout.session.expired", """{"id":"cs_1","status":"expired","amount_total":1,"currency":"usd"}""")]
    [InlineData("checkout.session.completed", """{"id":"cs_1","amount_total":1,"currency":"???"}""")]
    [InlineData("checkout.session.completed", """{"id":"cs_1","amount_total":"1","currency":"usd"}""")]
    [InlineData("checkout.session.completed", """{"id":7}""")]
    [InlineData("charge.refunded", """{"id":"ch_1","amount_refunded":-5,"currency":"usd"}""")]
    [InlineData("charge.refunded", "[]")]
    public void What_is_no_sale_says_nothing(string type, string subject) => Assert.Null(StripeSales.OfEvent(Event(type, subject, 10)));

    [Fact]
    public void No_JSON_breaks_the_reader() => Prop.ForAll(
        Gen.Elements("null", "1", "\"x\"", "[]", "{}", "true", "1e300", "-9223372036854775808").Four().ToArbitrary(),
        parts => StripeSales.OfEvent(JsonElement.Parse(
            $$"""{"type":"charge.refunded","created":{{parts.Item1}},"data":{"object":{"id":{{parts.Item2}},"amount_refunded":{{parts.Item3}},"currency":"usd","metadata":{{parts.Item4}} } } }""")) is null or { Amount.Amount: >= 0 })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_link_is_asked_for_with_what_led_to_it_for_sessions_and_for_refunds()
    {
        var fields = new PaymentLinkOrder("Kettle & Lid", new Money(79.99m, "EUR")) { Metadata = [new("video", "video_1")] }.Fields().ToDictionary();
        Assert.Equal(("7999", "eur", "Kettle & Lid"), (fields["line_items[0][price_data][unit_amount]"], fields["line_items[0][price_data][currency]"], fields["line_items[0][price_data][product_data][name]"]));
        Assert.Equal(("video_1", "video_1"), (fields["metadata[video]"], fields["payment_intent_data[metadata][video]"]));
        Assert.Throws<FormatException>(() => new PaymentLinkOrder("Kettle", new Money(0, "EUR")) { Metadata = [] }.Fields());
    }

    private static SaleEvent Of(string type, string subject, long created) => StripeSales.OfEvent(Event(type, subject, created))!;

    private static JsonElement Event(string type, string subject, long created) =>
        JsonElement.Parse($$"""{"id":"evt_{{created}}","object":"event","type":"{{type}}","created":{{1_770_000_000 + created}},"data":{"object":{{subject}} } }""");

    private static string Session(string paid = "paid") => $$"""
        {"id":"cs_1","object":"checkout.session","status":"complete","payment_status":"{{paid}}","amount_total":7999,"currency":"usd","payment_intent":"pi_1",
        "client_reference_id":"video_1","metadata":{"video":"video_1","channel":"tiktok-ad"} }
        """;

    private static string Refund(long units) => $$"""{"id":"ch_1","object":"charge","payment_intent":"pi_1","amount_refunded":{{units}},"currency":"usd","metadata":{} }""";
}
