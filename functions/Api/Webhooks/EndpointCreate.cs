namespace SoraFunctions.Api.Webhooks;

/// <summary>The fields of <c>POST /v1/webhook_endpoints</c>.</summary>
internal sealed record EndpointCreate
{
    public required string Url { get; init; }

    public required IReadOnlyList<string> EventTypes { get; init; }

    public string? Name { get; init; }
}
