using System.ComponentModel;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Api.Reviews;

/// <summary>The fields of <c>POST /v1/reviews/{id}/approve</c>, <c>/reject</c>, <c>/escalate</c> and <c>/appeal</c>.</summary>
internal sealed record ReviewDecision
{
    [Description("Why, up to 500 characters; needed for all but an approval. A rejection's note is shown to who ordered the video.")]
    public string? Note { get; init; }

    [Description("Only when approving: the storyboard as it shall be made instead. It is judged like any other.")]
    public Storyboard? Storyboard { get; init; }
}
