namespace SoraFunctions.Pipeline.Moderation;

/// <summary>Judges the orders of one tenant.</summary>
/// <param name="moderator">The host's judge.</param>
/// <param name="terms">What holds for the tenant.</param>
public sealed class TenantJudge(IModerator moderator, ModerationTerms terms)
{
    /// <summary>What holds for the tenant.</summary>
    public ModerationTerms Terms => terms;

    /// <summary>Has a judgement made. Where the remote judge is down and the tenant may go on without it, the built-in rules make it alone.</summary>
    /// <param name="ask">Asks a judge. It may be called twice, with judges of different policies.</param>
    /// <exception cref="ModeratorDownException">There is no verdict now; ask again.</exception>
    public async Task<T> Ask<T>(Func<IModerator, Task<T>> ask)
    {
        try
        {
            return await ask(new LimitedModerator(moderator, terms.Limits));
        }
        catch (ModeratorDownException) when (!terms.FailClosed)
        {
            return await ask(new LimitedModerator(new LoneModerator(new RuleModerator()), terms.Limits));
        }
    }
}
