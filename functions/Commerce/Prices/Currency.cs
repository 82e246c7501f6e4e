using System.Collections.Frozen;

namespace SoraFunctions.Commerce.Prices;

/// <summary>Currencies of ISO 4217 that goods are priced in.</summary>
public static class Currency
{
    private const string WithTwo =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK "
        + "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT "
        + "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN "
        + "QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS "
        + "VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string WithNone = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string WithThree = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly FrozenDictionary<string, int> _digits =
        new[] { (WithNone, 0), (WithTwo, 2), (WithThree, 3) }
            .SelectMany(group => group.Item1.Split(' ').Select(code => KeyValuePair.Create(code, group.Item2)))
            .ToFrozenDictionary();

    /// <summary>All codes, upper case.</summary>
    public static IReadOnlyCollection<string> All => _digits.Keys;

    /// <summary>Digits after the decimal point, 0 to 3. Fails with <see cref="FormatException"/> for what is no code.</summary>
    /// <param name="code">ISO 4217 code, upper case.</param>
    public static int Digits(string code) => _digits.TryGetValue(code, out var digits) ? digits : throw Unknown(code);

    /// <summary>The code in upper case, as feeds want it; checkouts write it in lower case. Fails with <see cref="FormatException"/>.</summary>
    /// <param name="code">ISO 4217 code in either case.</param>
    public static string Normalise(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var upper = code.ToUpperInvariant();
        return _digits.ContainsKey(upper) ? upper : throw Unknown(code);
    }

    private static FormatException Unknown(string code) =>
        new($"currency '{code}' is unknown; accepted is a three-letter code of ISO 4217 such as USD, EUR or JPY");
}
