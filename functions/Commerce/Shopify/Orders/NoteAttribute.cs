namespace SoraFunctions.Commerce.Shopify.Orders;

/// <summary>An attribute of a cart that came back on its order.</summary>
/// <param name="Name">Such as <c>video</c>.</param>
/// <param name="Value">What was set.</param>
public sealed record NoteAttribute(string? Name, string? Value);
