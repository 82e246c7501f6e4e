using System.ComponentModel;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Sales.Wire;

/// <summary>An amount on the wire.</summary>
/// <param name="Amount">In major units.</param>
/// <param name="Currency">Its currency.</param>
public sealed record WireMoney(
    [property: Description("A decimal string such as 79.99, never finer than the currency's smallest coin.")] string Amount,
    [property: Description("Three-letter code of ISO 4217, such as USD.")] string Currency)
{
    /// <summary>How an amount is written.</summary>
    /// <param name="money">The amount.</param>
    public static WireMoney Of(Money money) => new(money.ToDecimalString(), money.Currency);

    /// <summary>The amount.</summary>
    /// <param name="field">Where it stands.</param>
    /// <exception cref="RequestException">It is none.</exception>
    public Money Read(string field)
    {
        try
        {
            return Money.Parse(Amount, Currency);
        }
        catch (FormatException fault)
        {
            throw new RequestException(new RequestError(field, $"{field}: {fault.Message}."));
        }
    }
}
