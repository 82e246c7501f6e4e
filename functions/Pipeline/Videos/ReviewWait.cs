using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>An orchestration that waits for people.</summary>
internal static class ReviewWait
{
    /// <summary>Puts something before reviewers and waits until they have decided, or too long.</summary>
    /// <param name="context">What the orchestration may touch.</param>
    /// <param name="order">Which video.</param>
    /// <param name="signal">The event that tells of the decision: one of its own for each review of a video, so that none is taken for another's.</param>
    /// <param name="review">What is to be decided.</param>
    public static async Task<ReviewResult> Decision(IOrchestrationContext context, VideoOrder order, string signal, OpenReviewOrder review)
    {
        Step<T> For<T>(T what) => new(order.Tenant, order.VideoId, what);

        var ticket = await context.Call(OpenReview.Definition, For(review), RetryPolicy.Stubborn);
        if (ticket.IsOpen)
        {
            try
            {
                await context.WaitFor<ReviewSignal>(signal, ticket.Patience ?? ReviewRules.Patience);
            }
            catch (TimeoutException)
            {
                // The row decides, which may have been changed at the last moment.
            }
        }

        return await context.Call(CloseReview.Definition, For(new CloseReviewOrder(ticket.Id)), RetryPolicy.Standard);
    }
}
