namespace SoraFunctions.Pipeline.Reviews;

/// <summary>Go on as a review says.</summary>
/// <param name="Id">Which.</param>
public sealed record CloseReviewOrder(string Id);
