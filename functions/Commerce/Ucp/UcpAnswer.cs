namespace SoraFunctions.Commerce.Ucp;

/// <summary>An answer about the catalog.</summary>
public sealed record UcpAnswer
{
    /// <summary>What is spoken.</summary>
    public required UcpMetadata Ucp { get; init; }

    /// <summary>What was found, to a search or to a list of ids.</summary>
    public IReadOnlyList<UcpProduct>? Products { get; init; }

    /// <summary>The one that was asked for.</summary>
    public UcpProduct? Product { get; init; }

    /// <summary>Where in what was found this is.</summary>
    public UcpPage? Pagination { get; init; }

    /// <summary>What is to be said besides.</summary>
    public IReadOnlyList<UcpMessage>? Messages { get; init; }
}
