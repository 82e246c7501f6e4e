using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace SoraFunctions.Azure.Http;

/// <summary>The routes of reviews and of the audit log.</summary>
/// <param name="door">Answers them.</param>
public sealed class ReviewFunctions(HttpDoor door)
{
    /// <summary>Lists reviews.</summary>
    [Function("ListReviews")]
    public Task<IResult> ListReviews(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reviews")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows a review.</summary>
    [Function("RetrieveReview")]
    public Task<IResult> RetrieveReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reviews/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Shows what was filmed.</summary>
    [Function("RetrieveReviewFrames")]
    public Task<IResult> RetrieveReviewFrames(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/reviews/{id}/frames")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Approves what waits.</summary>
    [Function("ApproveReview")]
    public Task<IResult> ApproveReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reviews/{id}/approve")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Rejects it.</summary>
    [Function("RejectReview")]
    public Task<IResult> RejectReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reviews/{id}/reject")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Leaves it to an administrator.</summary>
    [Function("EscalateReview")]
    public Task<IResult> EscalateReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reviews/{id}/escalate")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Asks for another to decide.</summary>
    [Function("AppealReview")]
    public Task<IResult> AppealReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/reviews/{id}/appeal")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);

    /// <summary>Gives the audit log out.</summary>
    [Function("ListAudits")]
    public Task<IResult> ListAudits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/audits")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context) => door.Answer(request, client, context);
}
