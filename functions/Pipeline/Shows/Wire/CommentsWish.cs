using System.ComponentModel;

namespace SoraFunctions.Pipeline.Shows.Wire;

/// <summary>The body of <c>POST /v1/shows/{id}/comments</c> as it is written.</summary>
public sealed record CommentsWish
{
    /// <summary>What was said.</summary>
    [Description("What was said, in its order: 1 to 1,000 comments.")]
    public required IReadOnlyList<ShowComment> Comments { get; init; }
}
