namespace SoraFunctions.Pipeline.Moderation;

/// <summary>A judge under the limits of a tenant, which its policy names: what was judged under others is judged anew.</summary>
/// <param name="judge">Who judges.</param>
/// <param name="limits">What is refused and reviewed.</param>
internal sealed class LimitedModerator(IModerator judge, ModerationLimits limits) : IModerator
{
    /// <inheritdoc/>
    public string Policy => judge.Policy + limits.Name;

    /// <inheritdoc/>
    public async Task<ModerationVerdict> Judge(
        IReadOnlyList<ModeratedText> texts, IReadOnlyList<ModeratedPicture> pictures, CancellationToken cancellation)
    {
        var verdict = await judge.Judge(texts, pictures, cancellation);
        var outcome = limits.Of(verdict.Findings);
        return verdict with { Policy = Policy, Outcome = outcome > verdict.Outcome ? outcome : verdict.Outcome };
    }
}
