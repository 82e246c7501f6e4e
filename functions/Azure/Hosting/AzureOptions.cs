using Microsoft.Extensions.Configuration;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Watermarks;

namespace SoraFunctions.Azure.Hosting;

/// <summary>How the service runs in Azure. Secrets are not among them where an identity can do.</summary>
public sealed record AzureOptions
{
    /// <summary>Where the world reaches the service; tracked links and QR codes begin with it. <c>SORA_PUBLIC_URL</c>.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Client id of the user-assigned identity; null for the system's own, or a developer's. <c>AZURE_CLIENT_ID</c>.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>The storage account's blob address. <c>SORA_BLOBS_URL</c>.</summary>
    public required Uri BlobsUrl { get; init; }

    /// <summary>Container of all blobs but manifests; made by the infrastructure. <c>SORA_BLOBS_CONTAINER</c>.</summary>
    public string BlobsContainer { get; init; } = "videos";

    /// <summary>Container of manifests, which the infrastructure may make immutable. <c>SORA_MANIFESTS_CONTAINER</c>.</summary>
    public string ManifestsContainer { get; init; } = "manifests";

    /// <summary>Container of the certificate chains that were made for signing keys. <c>SORA_SIGNING_CONTAINER</c>.</summary>
    public string SigningContainer { get; init; } = "signing";

    /// <summary>Connection string of PostgreSQL; without a password the identity's token is one. <c>SORA_DATABASE</c>.</summary>
    public required string Database { get; init; }

    /// <summary>Address of Azure AI Content Safety; null for the built-in rules alone. <c>SORA_CONTENT_SAFETY_URL</c>, or the word none.</summary>
    public Uri? ContentSafetyUrl { get; init; }

    /// <summary>How orders are judged, which no tenant gets below. <c>SORA_MODERATION</c>.</summary>
    public ModerationPolicy Moderation { get; init; } = ModerationPolicy.None;

    /// <summary>A P-256 key in a key vault, with or without its version. <c>SORA_SIGNING_KEY_URL</c>.</summary>
    public required Uri SigningKeyUrl { get; init; }

    /// <summary>The operator's own certificate chain in PEM, leaf first; null makes one. <c>SORA_SIGNING_CERTIFICATES</c>.</summary>
    public string? SigningCertificates { get; init; }

    /// <summary>Keys of tenants with a key of their own. <c>SORA_SIGNING_TENANTS</c>.</summary>
    public IReadOnlyDictionary<string, TenantKey> SigningTenants { get; init; } = new Dictionary<string, TenantKey>();

    /// <summary>Address of an RFC 3161 authority that time-stamps signatures; null for none. <c>SORA_TIMESTAMP_URL</c>.</summary>
    public Uri? TimeStampUrl { get; init; }

    /// <summary>Who a self-made chain names, 1 to 45 characters. <c>SORA_ORGANISATION</c>.</summary>
    public string Organisation { get; init; } = "SoraFunctions (self-made)";

    /// <summary>The worker's address, one for all its replicas. <c>SORA_WORKER_URL</c>.</summary>
    public required Uri WorkerUrl { get; init; }

    /// <summary>Addresses of workers that have engines of their own, by engine. <c>SORA_WORKERS</c>.</summary>
    public IReadOnlyDictionary<string, Uri> Workers { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Audience of the worker's app registration, when it takes Entra tokens. <c>SORA_WORKER_AUDIENCE</c>.</summary>
    public string? WorkerAudience { get; init; }

    /// <summary>Bearer token that the worker takes otherwise; null for none. <c>SORA_WORKER_TOKEN</c>.</summary>
    public string? WorkerToken { get; init; }

    /// <summary>A key of the operator's making for the tenant default, taken while no one has a key. <c>SORA_FIRST_KEY</c>.</summary>
    public string? FirstKey { get; init; }

    /// <summary>Other servers that render shots, and the keys that tenants' own keys are sealed with. <c>SORA_REMOTES</c>, <c>SORA_REMOTE_KEYS</c>.</summary>
    public RemoteOptions Remotes { get; init; } = RemoteOptions.None;

    /// <summary>The app at Shopify's that this is. <c>SORA_SHOPIFY_CLIENT_ID</c>, <c>SORA_SHOPIFY_SECRETS</c>; tokens of shops are sealed with <c>SORA_REMOTE_KEYS</c>.</summary>
    public ShopifyOptions Shopify { get; init; } = ShopifyOptions.None;

    /// <summary>The language model that writes storyboards; none for the built-in writer alone. <c>SORA_WRITER_URL</c>, <c>SORA_WRITER_MODEL</c>, <c>SORA_WRITER_KEY</c>.</summary>
    public ModelServer Writer { get; init; } = ModelServer.None;

    /// <summary>The model that hears what is said in callers' own sound; none for no captions of it. <c>SORA_RECOGNISER_URL</c>, <c>SORA_RECOGNISER_MODEL</c>, <c>SORA_RECOGNISER_KEY</c>.</summary>
    public ModelServer Recogniser { get; init; } = ModelServer.None;

    /// <summary>What videos are invisibly marked with. <c>SORA_WATERMARK_KEY</c>: at least 16 random bytes in base64; without it they are not marked.</summary>
    public Watermarking Watermarks { get; init; } = Watermarking.None;

    /// <summary>What things cost. <c>SORA_PRICES</c>; without it only what remotes ask is booked.</summary>
    public PriceTable Prices { get; init; } = PriceTable.Free;

    /// <summary>The tenant that runs the deployment and is shown what verification finds of all tenants; null for none. <c>SORA_OPERATOR_TENANT</c>.</summary>
    public string? OperatorTenant { get; init; }

    /// <summary>Whether callers without a key may ask where a file comes from. <c>SORA_OPEN_VERIFICATION</c>: true or false.</summary>
    public bool OpenVerification { get; init; }

    /// <summary>Whether everybody who has a copy of a video is given its manifest. <c>SORA_OPEN_MANIFESTS</c>: true or false.</summary>
    public bool OpenManifests { get; init; }

    /// <summary>Connection string of Application Insights; null for none. <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>.</summary>
    public string? InsightsConnection { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The app's settings.</param>
    /// <exception cref="InvalidDataException">Settings are missing or not acceptable: names every one, and what would be accepted.</exception>
    public static AzureOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var options = new AzureOptions
        {
            PublicUrl = settings.Address("SORA_PUBLIC_URL", "https://video.example.com"),
            IdentityClientId = settings.Optional("AZURE_CLIENT_ID"),
            BlobsUrl = settings.Address("SORA_BLOBS_URL", "https://account.blob.core.windows.net", secure: true),
            BlobsContainer = settings.Container("SORA_BLOBS_CONTAINER", "videos"),
            ManifestsContainer = settings.Container("SORA_MANIFESTS_CONTAINER", "manifests"),
            SigningContainer = settings.Container("SORA_SIGNING_CONTAINER", "signing"),
            Database = settings.Database("SORA_DATABASE"),
            ContentSafetyUrl = settings.AddressOrNone("SORA_CONTENT_SAFETY_URL", "https://name.cognitiveservices.azure.com"),
            Moderation = settings.Moderation("SORA_MODERATION"),
            SigningKeyUrl = settings.Key("SORA_SIGNING_KEY_URL"),
            SigningCertificates = settings.Certificates("SORA_SIGNING_CERTIFICATES"),
            SigningTenants = settings.TenantKeys("SORA_SIGNING_TENANTS"),
            TimeStampUrl = settings.Optional("SORA_TIMESTAMP_URL") is null ? null : settings.Address("SORA_TIMESTAMP_URL", "http://timestamp.example.com"),
            Organisation = settings.Text("SORA_ORGANISATION", 45, "SoraFunctions (self-made)"),
            WorkerUrl = settings.Address("SORA_WORKER_URL", "https://worker.internal.example.com"),
            Workers = settings.Workers("SORA_WORKERS"),
            WorkerAudience = settings.Optional("SORA_WORKER_AUDIENCE"),
            WorkerToken = settings.Optional("SORA_WORKER_TOKEN"),
            Remotes = settings.Remotes("SORA_REMOTES", "SORA_REMOTE_KEYS"),
            Shopify = settings.Shopify("SORA_SHOPIFY_CLIENT_ID", "SORA_SHOPIFY_SECRETS"),
            Writer = settings.Model("SORA_WRITER_URL", "SORA_WRITER_MODEL", "SORA_WRITER_KEY"),
            Recogniser = settings.Model("SORA_RECOGNISER_URL", "SORA_RECOGNISER_MODEL", "SORA_RECOGNISER_KEY"),
            Watermarks = settings.Watermarks("SORA_WATERMARK_KEY"),
            Prices = settings.Prices("SORA_PRICES"),
            OperatorTenant = settings.Optional("SORA_OPERATOR_TENANT"),
            OpenVerification = settings.Switch("SORA_OPEN_VERIFICATION"),
            OpenManifests = settings.Switch("SORA_OPEN_MANIFESTS"),
            InsightsConnection = settings.Optional("APPLICATIONINSIGHTS_CONNECTION_STRING"),
            FirstKey = settings.Optional("SORA_FIRST_KEY"),
        };
        settings.Finish();
        return options;
    }
}
