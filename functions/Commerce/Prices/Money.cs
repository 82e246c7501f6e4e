using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SoraFunctions.Commerce.Prices;

/// <summary>
/// An amount in a currency, never finer than the currency's smallest coin. Reads and writes the three forms that shops and
/// payments use: minor units (Stripe, ACP), a decimal string (Shopify) and <c>79.99 USD</c> (product feeds).
/// </summary>
public sealed partial record Money
{
    /// <summary>Names an amount. Fails with <see cref="FormatException"/> when the currency is unknown or has no coin that small.</summary>
    /// <param name="amount">In major units, such as dollars.</param>
    /// <param name="currency">ISO 4217 code in either case.</param>
    public Money(decimal amount, string currency)
    {
        Currency = Prices.Currency.Normalise(currency);
        var digits = Prices.Currency.Digits(Currency);
        if (decimal.Round(amount, digits) != amount)
        {
            throw new FormatException(
                $"amount {amount.ToString(CultureInfo.InvariantCulture)} has more decimals than the {digits} of {Currency}");
        }

        // Adding a zero of that scale gives every amount of a currency the same number of decimals.
        Amount = decimal.Round(amount, digits) + new decimal(0, 0, 0, false, (byte)digits);
    }

    /// <summary>In major units, with as many decimals as the currency has.</summary>
    public decimal Amount { get; }

    /// <summary>ISO 4217 code, upper case.</summary>
    public string Currency { get; }

    /// <summary>The amount in the currency's smallest coin, such as cents: 79.99 USD is 7999, 1000 JPY is 1000, 1.5 KWD is 1500.</summary>
    /// <remarks>ISO 4217 decides. Stripe counts a few currencies otherwise (UGX and ISK in hundredths, MGA whole).</remarks>
    [JsonIgnore]
    public long MinorUnits => checked((long)(Amount * Scale(Currency)));

    /// <summary>From the smallest coin.</summary>
    /// <param name="units">Number of smallest coins.</param>
    /// <param name="currency">ISO 4217 code in either case.</param>
    public static Money FromMinorUnits(long units, string currency) => new(units / Scale(Prices.Currency.Normalise(currency)), currency);

    /// <summary>From a decimal string such as <c>79.99</c>: no sign but a minus, no blanks, no grouping. Fails with <see cref="FormatException"/>.</summary>
    /// <param name="text">The amount.</param>
    /// <param name="currency">ISO 4217 code in either case.</param>
    public static Money Parse(string text, string currency) =>
        text is not null && Plain().IsMatch(text)
            ? new Money(decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), currency)
            : throw new FormatException($"amount '{text}' is no decimal number such as 79.99");

    /// <summary>From an amount and a currency such as <c>79.99 USD</c>. Fails with <see cref="FormatException"/>.</summary>
    /// <param name="text">The two with one blank between.</param>
    public static Money Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ') is [var amount, var currency]
            ? Parse(amount, currency)
            : throw new FormatException($"price '{text}' is not an amount and a currency such as 79.99 USD");
    }

    /// <summary>The amount as a decimal string such as <c>79.99</c>.</summary>
    public string ToDecimalString() => Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>The amount and the currency such as <c>79.99 USD</c>.</summary>
    public override string ToString() => $"{ToDecimalString()} {Currency}";

    private static decimal Scale(string currency) => Prices.Currency.Digits(currency) switch
    {
        0 => 1m,
        2 => 100m,
        _ => 1000m,
    };

    [GeneratedRegex(@"\A-?[0-9]{1,18}(\.[0-9]{1,6})?\z")]
    private static partial Regex Plain();
}
