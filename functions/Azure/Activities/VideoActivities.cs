using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SoraFunctions.Azure.Durable;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Reviews;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Pipeline.Videos.Stages;
using Reviews = SoraFunctions.Pipeline.Reviews;
using Stages = SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Azure.Activities;

/// <summary>The activities of a video as a whole.</summary>
/// <param name="door">Runs them.</param>
/// <param name="slot">Takes the Durable client for the work.</param>
public sealed class VideoActivities(ActivityDoor door, ClientSlot slot)
{
    /// <summary>Judges the request.</summary>
    [Function("Moderate")]
    public Task<ModerationVerdict> Moderate([ActivityTrigger] Step<ModerateOrder> input, FunctionContext context) =>
        door.Run(Stages.Moderate.Definition, input, context);

    /// <summary>Writes the storyboard.</summary>
    [Function("ExpandStoryboard")]
    public Task<ExpandedStoryboard> ExpandStoryboard([ActivityTrigger] Step<ExpandOrder> input, FunctionContext context) =>
        door.Run(Stages.ExpandStoryboard.Definition, input, context);

    /// <summary>Puts the video before reviewers.</summary>
    [Function("OpenReview")]
    public Task<ReviewTicket> OpenReview([ActivityTrigger] Step<OpenReviewOrder> input, FunctionContext context) =>
        door.Run(Reviews.OpenReview.Definition, input, context);

    /// <summary>Lets it go on as they say.</summary>
    [Function("CloseReview")]
    public Task<ReviewResult> CloseReview([ActivityTrigger] Step<CloseReviewOrder> input, FunctionContext context) =>
        door.Run(Reviews.CloseReview.Definition, input, context);

    /// <summary>Makes the tracked link.</summary>
    [Function("PrepareLink")]
    public Task<PreparedLink> PrepareLink([ActivityTrigger] Step<LinkOrder> input, FunctionContext context) =>
        door.Run(Stages.PrepareLink.Definition, input, context);

    /// <summary>Writes what a shop page needs.</summary>
    [Function("AttachCommerce")]
    public Task<Nothing> AttachCommerce([ActivityTrigger] Step<CommerceOrder> input, FunctionContext context) =>
        door.Run(Stages.AttachCommerce.Definition, input, context);

    /// <summary>Completes the video.</summary>
    [Function("DeliverVideo")]
    public Task<Announcements> DeliverVideo([ActivityTrigger] Step<DeliverOrder> input, FunctionContext context) =>
        door.Run(Stages.DeliverVideo.Definition, input, context);

    /// <summary>Ends the video with an error.</summary>
    [Function("FailVideo")]
    public Task<Announcements> FailVideo([ActivityTrigger] Step<FailOrder> input, FunctionContext context) =>
        door.Run(Stages.FailVideo.Definition, input, context);

    /// <summary>Ends the orchestration of the video; for that it needs the Durable client.</summary>
    [Function("StopVideo")]
    public Task<Nothing> StopVideo(
        [ActivityTrigger] Step<StopOrder> input, [DurableClient] DurableTaskClient client, FunctionContext context)
    {
        slot.Client = client;
        return door.Run(Stages.StopVideo.Definition, input, context);
    }
}
