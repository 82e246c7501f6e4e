namespace SoraFunctions.Commerce.Ucp;

/// <summary>Something that is to be said besides.</summary>
public sealed record UcpMessage
{
    /// <summary><c>info</c> or <c>error</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What it is, for machines.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required string Content { get; init; }

    /// <summary>What can be done about an error; null otherwise.</summary>
    public string? Severity { get; init; }
}
