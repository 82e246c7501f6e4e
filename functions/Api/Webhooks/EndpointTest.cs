namespace SoraFunctions.Api.Webhooks;

/// <summary>The fields of <c>POST /v1/webhook_endpoints/{id}/test</c>.</summary>
internal sealed record EndpointTest
{
    public required string EventType { get; init; }
}
