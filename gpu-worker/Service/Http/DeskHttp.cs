namespace SoraFunctions.Service.Http;

/// <summary>How a desk is reached over HTTP.</summary>
public sealed record DeskHttp
{
    /// <summary>Bearer token that lets in to assets and renders; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>Identities whose own tokens let in too; null for none. Without either everyone is let in.</summary>
    public IdentityRules? Identities { get; init; }

    /// <summary>The largest asset that is taken, in bytes.</summary>
    public long AssetLimit { get; init; } = 4L << 30;

    /// <summary>The largest job that is taken, in bytes of JSON.</summary>
    public long JobLimit { get; init; } = 1L << 20;
}
