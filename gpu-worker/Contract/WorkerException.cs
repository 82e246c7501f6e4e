using SoraFunctions.Contract.Renders;

namespace SoraFunctions.Contract;

/// <summary>A worker can't take what it was given now, though nothing is wrong with it: it is full, out of space, or locked.</summary>
/// <param name="error">Code <c>busy</c>, <c>out_of_space</c>, <c>unauthorized</c>, <c>store_unavailable</c> or <c>internal</c>, and whether to try again.</param>
/// <param name="cause">What led to it; null for none.</param>
public sealed class WorkerException(RenderError error, Exception? cause = null) : Exception(error.Message, cause)
{
    /// <summary>What is the matter.</summary>
    public RenderError Error { get; } = error;

    /// <summary>When to ask again at the earliest; null where nothing is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
