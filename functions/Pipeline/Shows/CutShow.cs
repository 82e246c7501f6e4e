using System.Text;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Quotas;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Pipeline.Shows;

/// <summary>Counts the votes of a show when it is time, has the change made that most want, and shows the new cut once it is ready.</summary>
/// <param name="database">Where shows and votes are.</param>
/// <param name="cuts">What cuts are made from.</param>
/// <param name="votes">Knows what is wanted.</param>
/// <param name="intake">Orders cuts.</param>
/// <param name="time">The clock.</param>
public sealed class CutShow(SoraDatabase database, ShowCuts cuts, ShowVotes votes, VideoIntake intake, TimeProvider time) : IActivity<ShowOrder, ShowStep>
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>Its name and types.</summary>
    public static Activity<ShowOrder, ShowStep> Definition { get; } = new("CutShow", 1);

    /// <inheritdoc/>
    public async Task<ShowStep> Run(ShowOrder input, CancellationToken cancellation)
    {
        var show = await database.Shows.SingleOrDefaultAsync(row => row.Id == input.ShowId && row.TenantId == input.Tenant, cancellation);
        if (show is null || show.EndedAt is not null)
        {
            return new ShowStep(true);
        }

        var now = time.GetUtcNow();
        if (show.MakingVideoId is { } making)
        {
            if (!await Take(show, making, cancellation))
            {
                return new ShowStep(false, _look);
            }
        }

        if (show.Cut >= show.MostCuts || show.EndsAt <= now)
        {
            show.EndedAt = now;
            await database.SaveChangesAsync(cancellation);
            return new ShowStep(true);
        }

        if (show.NextCutAt > now)
        {
            var until = show.EndsAt < show.NextCutAt ? show.EndsAt.Value : show.NextCutAt;
            return new ShowStep(false, until - now < _longest ? until - now : _longest);
        }

        if (await votes.Wanted(show, cancellation) is { } wanted)
        {
            await Order(show, wanted, cancellation);
        }

        // What was missed while the service was down is not made up for: a cut is of now.
        var cadence = TimeSpan.FromMinutes(show.CadenceMinutes);
        show.NextCutAt += cadence * (Math.Floor((now - show.NextCutAt) / cadence) + 1);
        await database.SaveChangesAsync(cancellation);
        return new ShowStep(false, _look);
    }

    private async Task Order(ShowRow show, WantedChange wanted, CancellationToken cancellation)
    {
        var origin = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{show.Id}\n{show.Tries}"));
        try
        {
            var (source, request) = await cuts.Changed(show, wanted.Words, cancellation);
            var video = await intake.Accept(
                new NewVideo(show.TenantId, $"video_{DerivedGuid.Of(show.NextCutAt, origin):n}", source.Model, request)
                {
                    RemixedFrom = source.Id,
                    Metadata = new Dictionary<string, string> { ["show"] = show.Id },
                },
                cancellation);
            (show.MakingVideoId, show.MakingChange) = (video.Id, wanted.Change);
        }
        catch (Exception refused) when (refused is RequestException or FileNotFoundException)
        {
            await votes.Forget(show, wanted.Change, cancellation);
        }
        catch (QuotaExceededException)
        {
            // It is still wanted when the next cut is due.
        }

        show.Tries++;
    }

    /// <summary>Shows the cut that was being made, or forgets what it was made for; false while it is not done.</summary>
    private async Task<bool> Take(ShowRow show, string making, CancellationToken cancellation)
    {
        var video = await database.Videos.AsNoTracking().SingleOrDefaultAsync(row => row.Id == making, cancellation);
        if (video?.Status < VideoStatus.Completed)
        {
            return false;
        }

        var change = show.MakingChange!;
        if (video?.Status == VideoStatus.Completed)
        {
            await votes.CarryOver(show, making, change, cancellation);
            (show.VideoId, show.Cut) = (making, show.Cut + 1);
        }
        else
        {
            await votes.Forget(show, change, cancellation);
        }

        (show.MakingVideoId, show.MakingChange) = (null, null);
        await database.SaveChangesAsync(cancellation);
        return true;
    }
}
