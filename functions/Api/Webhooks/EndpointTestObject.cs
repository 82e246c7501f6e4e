namespace SoraFunctions.Api.Webhooks;

/// <summary>How an endpoint answered a sample event.</summary>
internal sealed record EndpointTestObject(
    string EventType, string Object, int StatusCode, bool Success, string WebhookEndpointId);
