using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A price as it is written.</summary>
/// <param name="Amount">Decimal number in major units, as a string so that no reader rounds it.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record AdPrice(
    [property: Description("Decimal number as a string, such as \"79.00\"; major units, up to four decimals.")] string Amount,
    [property: Description("ISO 4217 code in capitals, such as USD.")] string Currency);
