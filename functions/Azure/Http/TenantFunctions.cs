using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of tenants.</summary>
/// <param name="door">Answers them.</param>
public sealed class TenantFunctions(HttpDoor door)
{
    /// <summary>Shows one's own settings.</summary>
    [Function("ShowTenant")]
    public Task<IResult> ShowTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/tenant")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Sets them.</summary>
    [Function("SetTenant")]
    public Task<IResult> SetTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/tenant")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Makes a tenant.</summary>
    [Function("CreateTenant")]
    public Task<IResult> CreateTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/tenants")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a tenant to the operator.</summary>
    [Function("RetrieveTenant")]
    public Task<IResult> RetrieveTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/tenants/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Says what a tenant may have.</summary>
    [Function("LimitTenant")]
    public Task<IResult> LimitTenant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/tenants/{id}/limits")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
