using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of rights-holders and their grants.</summary>
/// <param name="door">Answers them.</param>
public sealed class RightsFunctions(HttpDoor door)
{
    /// <summary>Enters a rights-holder.</summary>
    [Function("EnterRightsHolder")]
    public Task<IResult> EnterRightsHolder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/rights-holders")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists rights-holders.</summary>
    [Function("ListRightsHolders")]
    public Task<IResult> ListRightsHolders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/rights-holders")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a rights-holder.</summary>
    [Function("RetrieveRightsHolder")]
    public Task<IResult> RetrieveRightsHolder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/rights-holders/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Changes a rights-holder.</summary>
    [Function("ChangeRightsHolder")]
    public Task<IResult> ChangeRightsHolder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/rights-holders/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Takes a rights-holder out of the registry.</summary>
    [Function("DeleteRightsHolder")]
    public Task<IResult> DeleteRightsHolder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/rights-holders/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Confirms what a rights-holder owns.</summary>
    [Function("ConfirmRightsHolder")]
    public Task<IResult> ConfirmRightsHolder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/rights-holders/{id}/confirm")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows what is due to a rights-holder.</summary>
    [Function("ShowRightsStatement")]
    public Task<IResult> ShowRightsStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/rights-holders/{id}/statements")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives a grant.</summary>
    [Function("GiveGrant")]
    public Task<IResult> GiveGrant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/grants")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Lists grants.</summary>
    [Function("ListGrants")]
    public Task<IResult> ListGrants(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/grants")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a grant.</summary>
    [Function("RetrieveGrant")]
    public Task<IResult> RetrieveGrant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/grants/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Revokes a grant.</summary>
    [Function("RevokeGrant")]
    public Task<IResult> RevokeGrant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/grants/{id}/revoke")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
