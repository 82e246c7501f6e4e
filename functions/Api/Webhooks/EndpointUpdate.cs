namespace SoraFunctions.Api.Webhooks;

/// <summary>The fields of <c>POST /v1/webhook_endpoints/{id}</c>.</summary>
internal sealed record EndpointUpdate
{
    public string? Url { get; init; }

    public IReadOnlyList<string>? EventTypes { get; init; }

    public string? Name { get; init; }
}
