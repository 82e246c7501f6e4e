using FsCheck;
using FsCheck.Fluent;
using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Tests;

public sealed class MoneyTests
{
    private static readonly Arbitrary<Money> _money = (
        from currency in Gen.Elements(Currency.All.ToArray())
        from units in Gen.Choose(int.MinValue, int.MaxValue)
        select Money.FromMinorUnits(units, currency)).ToArbitrary();

    [Fact]
    public void Three_wire_forms_come_back_as_they_went() => Check.QuickThrowOnFailure(Prop.ForAll(_money, money =>
        Money.FromMinorUnits(money.MinorUnits, money.Currency) == money
        && Money.Parse(money.ToDecimalString(), money.Currency) == money
        && Money.Parse(money.ToString()) == money
        && Money.Parse(money.ToDecimalString(), money.Currency.ToLowerInvariant()) == money));

    [Theory]
    [InlineData("79.99", "USD", 7999, "79.99 USD")]
    [InlineData("79", "usd", 7900, "79.00 USD")]
    [InlineData("79.990", "EUR", 7999, "79.99 EUR")]
    [InlineData("1000", "JPY", 1000, "1000 JPY")]
    [InlineData("1000.00", "JPY", 1000, "1000 JPY")]
    [InlineData("1.5", "KWD", 1500, "1.500 KWD")]
    [InlineData("-3.10", "GBP", -310, "-3.10 GBP")]
    public void Amounts_are_counted_in_the_smallest_coin(string text, string currency, long units, string written)
    {
        var money = Money.Parse(text, currency);
        Assert.Equal((units, written), (money.MinorUnits, money.ToString()));
    }

    [Theory]
    [InlineData("79,99")]
    [InlineData("1,000.00")]
    [InlineData(" 79")]
    [InlineData("+79")]
    [InlineData("7e3")]
    [InlineData(".5")]
    [InlineData("")]
    [InlineData("79.999")]
    [InlineData("NaN")]
    [InlineData("٧٩")]
    public void What_is_no_amount_of_dollars_is_refused(string text) => Assert.Throws<FormatException>(() => Money.Parse(text, "USD"));

    [Fact]
    public void Yen_have_no_part() => Assert.Contains("JPY", Assert.Throws<FormatException>(() => new Money(1.5m, "JPY")).Message);

    [Theory]
    [InlineData("US")]
    [InlineData("USA")]
    [InlineData("$")]
    [InlineData("")]
    public void Unknown_currency_is_refused_with_examples(string code) =>
        Assert.Contains("JPY", Assert.Throws<FormatException>(() => new Money(1, code)).Message);

    [Theory]
    [InlineData("79.99USD")]
    [InlineData("USD 79.99")]
    [InlineData("79.99  USD")]
    [InlineData("79.99")]
    public void Feed_price_in_another_order_is_refused(string text) => Assert.Throws<FormatException>(() => Money.Parse(text));

    [Theory]
    [InlineData("1234.50 USD", "en", "$1,234.50")]
    [InlineData("1234.50 USD", "en-CA", "US$1,234.50")]
    [InlineData("1234.50 CAD", "en-CA", "$1,234.50")]
    [InlineData("1234.50 CAD", "en", "CA$1,234.50")]
    [InlineData("1234.50 USD", "zh-CN", "US$1,234.50")]
    [InlineData("1234.50 CNY", "zh", "¥1,234.50")]
    [InlineData("1234.50 CNY", "en", "CN¥1,234.50")]
    [InlineData("7900 JPY", "ja", "¥7,900")]
    [InlineData("7900 JPY", "zh", "JP¥7,900")]
    [InlineData("79000 KRW", "ko-KR", "₩79,000")]
    [InlineData("1234.50 EUR", "de", "1.234,50 €")]
    [InlineData("1234.50 EUR", "de-DE", "1.234,50 €")]
    [InlineData("1234.50 CHF", "de-CH", "CHF 1’234.50")]
    [InlineData("1234.50 EUR", "fr", "1 234,50 €")]
    [InlineData("1234.50 EUR", "es", "1234,50 €")]
    [InlineData("12345.50 EUR", "es", "12.345,50 €")]
    [InlineData("79.90 BRL", "pt-BR", "R$ 79,90")]
    [InlineData("79.90 EUR", "nl", "€ 79,90")]
    [InlineData("79.90 SEK", "sv", "79,90 kr")]
    [InlineData("79.90 SEK", "en", "SEK 79.90")]
    [InlineData("1.500 KWD", "en", "KWD 1.500")]
    [InlineData("79.90 GBP", "tlh", "£79.90")]
    [InlineData("-5.00 USD", "en", "-$5.00")]
    public void Price_is_written_as_readers_of_the_language_write_it(string price, string language, string expected) =>
        Assert.Equal(expected, PriceText.Of(Money.Parse(price), language).Replace('\u00a0', ' ').Replace('\u202f', ' '));

    [Theory]
    [InlineData("79.00 USD", "$79")]
    [InlineData("79.50 USD", "$79.50")]
    public void Brief_price_leaves_out_zeros_and_nothing_else(string price, string expected) =>
        Assert.Equal(expected, PriceText.Of(Money.Parse(price), "en", brief: true));
}
