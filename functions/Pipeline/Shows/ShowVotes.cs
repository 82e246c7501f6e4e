using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Shows.Wire;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>What an audience wants changed. Of one author the last vote counts; what moderation refuses counts for nothing.</summary>
/// <param name="database">Where votes are.</param>
/// <param name="cuts">Knows what is shown.</param>
/// <param name="moderation">Judges words.</param>
/// <param name="time">The clock.</param>
public sealed class ShowVotes(SoraDatabase database, ShowCuts cuts, TenantModeration moderation, TimeProvider time)
{
    private const int Voters = 500;

    /// <summary>Takes comments on the cut that is shown.</summary>
    /// <param name="show">Which show.</param>
    /// <param name="comments">What was said, in its order.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TakenComments> Take(ShowRow show, IReadOnlyList<ShowComment> comments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        ArgumentNullException.ThrowIfNull(comments);
        if (await cuts.Storyboard(show.TenantId, show.VideoId, cancellation) is not { } storyboard)
        {
            return new TakenComments(0, comments.Count, 0);
        }

        var refused = await Refused(show.TenantId, [.. comments.Select(comment => comment.Text.Trim()).Distinct()], cancellation);
        var reader = new ChangeReader(storyboard);
        var last = new Dictionary<string, ShowVoteRow>();
        var (votes, nothing, bad) = (0, 0, 0);
        foreach (var comment in comments)
        {
            var words = comment.Text.Trim();
            if (refused.Contains(words))
            {
                bad++;
            }
            else if (reader.Read(words) is not { } change)
            {
                nothing++;
            }
            else
            {
                votes++;
                var voter = Voter(show, comment.Author);
                last[voter] = new ShowVoteRow { ShowId = show.Id, Cut = show.Cut, Voter = voter, Change = change, Words = words, At = time.GetUtcNow() };
            }
        }

        await Store(show, [.. last.Values], cancellation);
        return new TakenComments(votes, nothing, bad);
    }

    /// <summary>What is wanted of the cut that is shown, the most wanted first.</summary>
    /// <param name="show">Which show.</param>
    /// <param name="most">How many changes at most.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<WantedChange>> Count(ShowRow show, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        var counted = await database.ShowVotes.Where(vote => vote.ShowId == show.Id && vote.Cut == show.Cut)
            .GroupBy(vote => vote.Change).Select(group => new { group.Key, Count = group.Count(), First = group.Min(vote => vote.At) })
            .OrderByDescending(group => group.Count).ThenBy(group => group.First).ThenBy(group => group.Key)
            .Take(most).ToListAsync(cancellation);
        var wishes = new List<WantedChange>();
        foreach (var group in counted)
        {
            var words = await database.ShowVotes.Where(vote => vote.ShowId == show.Id && vote.Cut == show.Cut && vote.Change == group.Key)
                .GroupBy(vote => vote.Words).OrderByDescending(said => said.Count()).ThenBy(said => said.Key)
                .Select(said => said.Key).FirstAsync(cancellation);
            wishes.Add(new WantedChange(group.Key, words, group.Count));
        }

        return wishes;
    }

    /// <summary>The change that most want, if enough do; null for none.</summary>
    /// <param name="show">Which show.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<WantedChange?> Wanted(ShowRow show, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        return (await Count(show, 1, cancellation)).FirstOrDefault(wish => wish.Votes >= show.MinimumVotes);
    }

    /// <summary>Forgets the votes for a change that can't be made.</summary>
    /// <param name="show">Which show.</param>
    /// <param name="change">Which change.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public Task Forget(ShowRow show, string change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        return database.ShowVotes.Where(vote => vote.ShowId == show.Id && vote.Cut == show.Cut && vote.Change == change).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What lost stands for the next cut too, as far as it still asks for a change there.</summary>
    /// <param name="show">Which show, before its next cut is shown.</param>
    /// <param name="videoId">The next cut.</param>
    /// <param name="won">The change that it makes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task CarryOver(ShowRow show, string videoId, string won, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(show);
        if (await cuts.Storyboard(show.TenantId, videoId, cancellation) is not { } storyboard)
        {
            return;
        }

        var reader = new ChangeReader(storyboard);
        for (var after = ""; ;)
        {
            var page = await database.ShowVotes.AsNoTracking()
                .Where(vote => vote.ShowId == show.Id && vote.Cut == show.Cut && vote.Change != won && string.Compare(vote.Voter, after) > 0)
                .OrderBy(vote => vote.Voter).Take(Voters).ToListAsync(cancellation);
            if (page.Count == 0)
            {
                return;
            }

            await Store(
                show,
                [
                    .. page.Select(vote => (Vote: vote, Change: reader.Read(vote.Words))).Where(one => one.Change is not null)
                        .Select(one => new ShowVoteRow { ShowId = show.Id, Cut = show.Cut + 1, Voter = one.Vote.Voter, Change = one.Change!, Words = one.Vote.Words, At = one.Vote.At }),
                ],
                cancellation);
            after = page[^1].Voter;
        }
    }

    private async Task Store(ShowRow show, IReadOnlyList<ShowVoteRow> votes, CancellationToken cancellation)
    {
        foreach (var some in votes.Chunk(Voters))
        {
            var (cut, voters) = (some[0].Cut, some.Select(vote => vote.Voter).ToList());
            var known = await database.ShowVotes.Where(vote => vote.ShowId == show.Id && vote.Cut == cut && voters.Contains(vote.Voter))
                .ToDictionaryAsync(vote => vote.Voter, cancellation);
            foreach (var vote in some)
            {
                if (known.TryGetValue(vote.Voter, out var row))
                {
                    (row.Change, row.Words, row.At) = (vote.Change, vote.Words, vote.At);
                }
                else
                {
                    database.ShowVotes.Add(vote);
                }
            }

            await database.SaveChangesAsync(cancellation);
        }
    }

    private async Task<HashSet<string>> Refused(string tenant, IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var judge = await moderation.Of(tenant, cancellation);
        var verdict = await judge.Ask(moderator => moderator.Judge([.. texts.Select((text, index) => new ModeratedText(FormattableString.Invariant($"{index}"), text))], [], cancellation));
        return verdict.Allowed
            ? []
            : [.. verdict.Findings.Where(finding => judge.Terms.Limits.Of(finding) != ModerationOutcome.Allow).Select(finding => texts[int.Parse(finding.Field, System.Globalization.CultureInfo.InvariantCulture)])];
    }

    private static string Voter(ShowRow show, string? author) => Convert.ToHexStringLower(SHA256.HashData(
        author is { Length: > 0 } known ? Encoding.UTF8.GetBytes($"{show.Id}\n{known}") : RandomNumberGenerator.GetBytes(16)))[..32];
}
