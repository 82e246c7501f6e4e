using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Stripe;

/// <summary>Amounts as Stripe counts them: in smallest coins, but for a few currencies (docs.stripe.com, "Supported currencies", special cases).</summary>
public static class StripeAmount
{
    /// <summary>The whole number that Stripe takes.</summary>
    /// <param name="money">The amount.</param>
    public static long Of(Money money)
    {
        ArgumentNullException.ThrowIfNull(money);
        return checked((long)(money.Amount * Scale(money.Currency)));
    }

    /// <summary>The amount that Stripe tells. Fails with <see cref="FormatException"/> for an unknown currency or a part of a coin.</summary>
    /// <param name="units">The whole number.</param>
    /// <param name="currency">ISO 4217 code in either case.</param>
    public static Money Read(long units, string currency) => new(units / Scale(Currency.Normalise(currency)), currency);

    // ISK and UGX have no smaller coin any more, yet go in hundredths; MGA's fifth goes as if it had none.
    private static decimal Scale(string currency) => currency switch
    {
        "ISK" or "UGX" => 100m,
        "MGA" => 1m,
        _ => Currency.Digits(currency) switch
        {
            0 => 1m,
            2 => 100m,
            _ => 1000m,
        },
    };
}
