using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Api;

/// <summary>How the HTTP side of a deployment is set.</summary>
public sealed record ApiOptions
{
    /// <summary>Where the world reaches this server, such as <c>https://video.example.com</c>; null takes the address each request came to.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Most bytes that the body of a request may have.</summary>
    public long MaxBodyBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Whether callers may send the server to private addresses: for tests and closed networks only.</summary>
    public bool AllowLocalNetwork { get; init; }

    /// <summary>How long the server waits for an address that a caller names.</summary>
    public TimeSpan OutboundTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The engines of this deployment.</summary>
    public EngineList Engines { get; init; } = EngineList.World;

    /// <summary>Videos that one tenant may order in a second, on the average of some seconds.</summary>
    public int CreatesPerSecond { get; init; } = 200;

    /// <summary>Requests that one tenant may send in a minute, where its operator says nothing else.</summary>
    public int RequestsPerMinute { get; init; } = 60_000;

    /// <summary>Requests of one tenant that are answered at the same time, where its operator says nothing else.</summary>
    public int ConcurrentRequests { get; init; } = 1_000;

    /// <summary>Whether several machines answer requests, which then share what callers may send.</summary>
    public bool SeveralMachines { get; init; }

    /// <summary>Most bytes that a file may have whose origin is asked for.</summary>
    public long MaxVerifiedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Files whose origin one tenant may ask for in a minute, on the average.</summary>
    public int VerificationsPerMinute { get; init; } = 60;

    /// <summary>The tenant that runs the deployment and is shown what verification finds of all tenants; null for none.</summary>
    public string? OperatorTenant { get; init; }

    /// <summary>Whether callers without a key may ask where a file comes from; they are told no details.</summary>
    public bool OpenVerification { get; init; }

    /// <summary>Whether manifests are given to everybody who has a copy of the video, and not only to whom it belongs.</summary>
    public bool OpenManifests { get; init; }
}
