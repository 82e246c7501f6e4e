namespace SoraFunctions.Commerce.Ucp;

/// <summary>Where in what was found a page is.</summary>
public sealed record UcpPage
{
    /// <summary>What asks for the next page; null on the last one.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether there is a next page.</summary>
    public required bool HasNextPage { get; init; }

    /// <summary>How many were found in all.</summary>
    public required int TotalCount { get; init; }
}
