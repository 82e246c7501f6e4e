using SoraFunctions.Commerce.Prices;

namespace SoraFunctions.Commerce.Structured;

/// <summary>What search engines are told about a product.</summary>
public sealed record ProductFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Addresses of its pictures, the main one first.</summary>
    public IReadOnlyList<Uri> Images { get; init; } = [];

    /// <summary>Who makes it; null when unknown.</summary>
    public string? Brand { get; init; }

    /// <summary>The shop's own number; null when unknown.</summary>
    public string? Sku { get; init; }

    /// <summary>Global trade item number of 8, 12, 13 or 14 digits; null when unknown.</summary>
    public string? Gtin { get; init; }

    /// <summary>Where it is sold.</summary>
    public Uri? Page { get; init; }

    /// <summary>What it costs, above 0; null when unknown, and then nothing is offered.</summary>
    public Money? Price { get; init; }

    /// <summary>Whether it can be bought; null when unknown.</summary>
    public Availability? Availability { get; init; }
}
