using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Usage;

namespace SoraFunctions.Local.Hosting;

/// <summary>How the service runs on one machine.</summary>
public sealed record LocalOptions
{
    /// <summary>Folder of everything that must survive a restart.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where the world reaches the service; tracked links and QR codes begin with it.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>Address of a worker in its own process; null renders in this one.</summary>
    public Uri? Worker { get; init; }

    /// <summary>Addresses of workers that have engines of their own, by engine.</summary>
    public IReadOnlyDictionary<string, Uri> Workers { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Bearer token for these workers; null for none.</summary>
    public string? WorkerToken { get; init; }

    /// <summary>Whether pictures and webhooks may be on the local network: for tests and closed networks.</summary>
    public bool AllowLocalNetwork { get; init; }

    /// <summary>What things cost.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Free;

    /// <summary>How orders are judged, which no tenant gets below.</summary>
    public ModerationPolicy Moderation { get; init; } = ModerationPolicy.None;

    /// <summary>The tenant that runs the deployment and is shown what verification finds of all tenants; null for none.</summary>
    public string? OperatorTenant { get; init; }

    /// <summary>Whether callers without a key may ask where a file comes from.</summary>
    public bool OpenVerification { get; init; }

    /// <summary>Whether everybody who has a copy of a video is given its manifest.</summary>
    public bool OpenManifests { get; init; }

    /// <summary>Address of an RFC 3161 authority that time-stamps signatures; null for none.</summary>
    public Uri? TimeStamps { get; init; }

    /// <summary>The app at Shopify's that this is; none by default.</summary>
    public ShopifyOptions Shopify { get; init; } = ShopifyOptions.None;

    /// <summary>The language model that writes storyboards; none by default.</summary>
    public ModelServer Writer { get; init; } = ModelServer.None;

    /// <summary>The model that hears what is said in callers' own sound; none by default.</summary>
    public ModelServer Recogniser { get; init; } = ModelServer.None;

    /// <summary>Other servers that render shots for all tenants; without a ring of its own the keys of tenants are sealed with one in the data folder.</summary>
    public RemoteOptions Remotes { get; init; } = RemoteOptions.None;
}
