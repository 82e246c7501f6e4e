namespace SoraFunctions.Pipeline.Data;

/// <summary>A tracked link.</summary>
public sealed class CommerceLinkRow
{
    /// <summary>What stands after <c>/l/</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>For which video.</summary>
    public required string VideoId { get; init; }

    /// <summary>Where it leads, with its UTM parameters.</summary>
    public required string Destination { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
