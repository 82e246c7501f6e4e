namespace SoraFunctions.Service.Http;

/// <summary>How a desk is reached over HTTP.</summary>
public sealed record DeskHttp
{
    /// <summary>Bearer token that every call on assets and renders must carry; null lets everyone in.</summary>
    public string? Token { get; init; }

    /// <summary>The largest asset that is taken, in bytes.</summary>
    public long AssetLimit { get; init; } = 4L << 30;

    /// <summary>The largest job that is taken, in bytes of JSON.</summary>
    public long JobLimit { get; init; } = 1L << 20;
}
