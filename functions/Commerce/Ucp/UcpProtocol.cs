namespace SoraFunctions.Commerce.Ucp;

/// <summary>The Universal Commerce Protocol as it is spoken here: release 2026-04-08, over HTTP.</summary>
public static class UcpProtocol
{
    /// <summary>The release.</summary>
    public const string Version = "2026-04-08";

    /// <summary>The service that catalogs belong to.</summary>
    public const string Shopping = "dev.ucp.shopping";

    /// <summary>Looking for products.</summary>
    public const string Search = "dev.ucp.shopping.catalog.search";

    /// <summary>Looking products up by their ids.</summary>
    public const string Lookup = "dev.ucp.shopping.catalog.lookup";

    private const string Site = $"https://ucp.dev/{Version}";

    /// <summary>What a business tells of itself at <c>/.well-known/ucp</c>: a catalog to search and to look things up in. Nothing can be bought by this protocol.</summary>
    /// <param name="endpoint">What the paths of calls are added to.</param>
    public static UcpProfile Profile(Uri endpoint) => new()
    {
        Ucp = new UcpMetadata
        {
            Services = new Dictionary<string, IReadOnlyList<UcpService>>
            {
                [Shopping] =
                [
                    new UcpService
                    {
                        Transport = "rest", Endpoint = endpoint.AbsoluteUri, Spec = $"{Site}/specification/overview", Schema = $"{Site}/services/shopping/rest.openapi.json",
                    },
                ],
            },
            Capabilities = new Dictionary<string, IReadOnlyList<UcpCapability>>
            {
                [Search] = [new UcpCapability { Spec = $"{Site}/specification/catalog/search", Schema = $"{Site}/schemas/shopping/catalog_search.json" }],
                [Lookup] = [new UcpCapability { Spec = $"{Site}/specification/catalog/lookup", Schema = $"{Site}/schemas/shopping/catalog_lookup.json" }],
            },
            PaymentHandlers = new Dictionary<string, IReadOnlyList<UcpCapability>>(),
        },
    };
}
