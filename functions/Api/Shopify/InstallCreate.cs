namespace SoraFunctions.Api.Shopify;

/// <summary>The fields of <c>POST /v1/shopify/installs</c>.</summary>
internal sealed record InstallCreate
{
    public required string Shop { get; init; }

    public bool? Publish { get; init; }

    public bool? Results { get; init; }
}
