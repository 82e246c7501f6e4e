using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : TriggerBindingAttribute
{
    public string? Route { get; set; }

    public string[]? Methods { get; private set; } = methods;

    public AuthorizationLevel AuthLevel { get; private set; } = authLevel;
}
