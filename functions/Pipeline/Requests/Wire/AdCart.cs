using System.ComponentModel;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>A cart of a Shopify shop as it is written.</summary>
/// <param name="Host">Which shop.</param>
/// <param name="Items">What is in it.</param>
public sealed record AdCart(
    [property: Description("The shop's host, such as shop.example.")] string Host,
    [property: Description("Numbers of variants with how many of each, such as {\"41\": 1}; 1 to 20.")] IReadOnlyDictionary<string, int> Items);
