namespace SoraFunctions.Pipeline.Data;

/// <summary>Another server that renders shots of a tenant.</summary>
public sealed class RemoteRow
{
    /// <summary>Whose.</summary>
    public required string TenantId { get; init; }

    /// <summary>Its name as an engine, such as <c>remote</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where its API begins.</summary>
    public required string Url { get; set; }

    /// <summary>Its key, sealed; begins with the id of the deployment's key that opens it.</summary>
    public required string SealedKey { get; set; }

    /// <summary>The last characters of its key, for people to tell keys apart; empty for a short one.</summary>
    public required string KeyHint { get; set; }

    /// <summary>What it takes and costs: <see cref="Remotes.Servers.RemoteTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was set to what it is.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}
