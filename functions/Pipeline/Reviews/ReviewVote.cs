namespace SoraFunctions.Pipeline.Reviews;

/// <summary>What one person decided.</summary>
/// <param name="Key">Id of the key that they used.</param>
/// <param name="Member">Who holds it; null when it does not say.</param>
/// <param name="Decision">Such as <c>approve</c>.</param>
/// <param name="Note">Why.</param>
/// <param name="At">When.</param>
/// <param name="Round">0 before an appeal, 1 after.</param>
public sealed record ReviewVote(string Key, string? Member, string Decision, string Note, DateTimeOffset At, int Round)
{
    /// <summary>Whether the two are one person, as far as keys can tell.</summary>
    public bool IsOf(string key, string? member) => Key == key || (member is not null && Member == member);
}
