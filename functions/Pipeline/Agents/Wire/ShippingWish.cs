using System.ComponentModel;

namespace SoraFunctions.Pipeline.Agents.Wire;

/// <summary>A way to have an order sent, as it is written.</summary>
/// <param name="Id">Of the way.</param>
/// <param name="Title">What buyers read.</param>
/// <param name="Amount">What it costs.</param>
public sealed record ShippingWish(
    [property: Description("1 to 64 letters, digits, '-' and '_'.")] string Id,
    [property: Description("What buyers read, 1 to 100 characters.")] string Title,
    [property: Description("What it costs in the seller's currency, such as \"4.90\".")] string Amount);
