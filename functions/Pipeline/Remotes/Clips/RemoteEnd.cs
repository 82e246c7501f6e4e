namespace SoraFunctions.Pipeline.Remotes.Clips;

/// <summary>How a video of a remote ended.</summary>
/// <param name="Lost">Why there is none; null when there is one.</param>
/// <param name="Failure">What ordering it anew would not mend; null where it may.</param>
internal sealed record RemoteEnd(string? Lost = null, Exception? Failure = null)
{
    /// <summary>How long it was made, by what the remote says; null where it does not.</summary>
    public TimeSpan? Took { get; init; }
}
