using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Sees to it that what belongs to a rights-holder is shown with a grant alone.</summary>
/// <param name="database">Where grants are, and what videos show.</param>
/// <param name="registry">What belongs to whom.</param>
/// <param name="time">The clock.</param>
public sealed class RightsGate(SoraDatabase database, RightsRegistry registry, TimeProvider time)
{
    /// <summary>Of a video that shows what it has no grant for.</summary>
    public const string Required = "rights_grant_required";

    /// <summary>All of a revenue, in hundredths of a per cent.</summary>
    public const int Whole = 10_000;

    /// <summary>What a tenant may show in an order.</summary>
    /// <param name="tenant">Who orders.</param>
    /// <param name="request">The order.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<HeldRights> Of(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var index = await registry.Now(database, cancellation);
        IReadOnlyList<GrantRow> grants = index.Works.Any()
            ? await database.Grants.AsNoTracking().Where(grant => grant.TenantId == tenant).OrderBy(grant => grant.Id).ToListAsync(cancellation)
            : [];
        return new HeldRights(index, tenant, request.Markets, request.Channels, grants, time.GetUtcNow());
    }

    /// <summary>
    /// Writes down what of rights-holders a video shows: what texts name, what pictures show, and what its row says already, as a remix's does of its parent.
    /// </summary>
    /// <param name="tenant">Whose video.</param>
    /// <param name="videoId">Which.</param>
    /// <param name="held">What may be shown in it.</param>
    /// <param name="texts">What it says and shows.</param>
    /// <param name="seen">What its pictures show.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FinalException"><see cref="Required"/>: there is no grant, or the shares of several come to more than there is.</exception>
    public async Task Claim(string tenant, string videoId, HeldRights held, IReadOnlyList<ModeratedText> texts, IReadOnlyList<FoundWork> seen, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(held);
        var written = await database.Videos.AsNoTracking()
            .Where(row => row.Id == videoId && row.TenantId == tenant).Select(row => row.Rights).FirstOrDefaultAsync(cancellation);
        var found = RightsJson.Rights(written).Select(right => held.Find(right.WorkId)).OfType<RegisteredWork>().Select(work => new FoundWork(work, "remixed_from_video_id"))
            .Concat(held.Find(texts))
            .Concat(seen)
            .ToList();
        if (found.Count == 0)
        {
            return;
        }

        var missing = found.Where(one => !held.IsAllowed(one.Work)).ToList();
        if (missing.Count > 0)
        {
            throw new FinalException(Required, string.Join(' ', missing.GroupBy(one => one.Work.Work.Id).Select(group => Refusal(group.First().Work, [.. group], held))));
        }

        var rights = found.Select(one => one.Work).DistinctBy(work => work.Work.Id).OrderBy(work => work.Work.Id, StringComparer.Ordinal)
            .Select(work => (Work: work, Grant: held.IsOwn(work) ? null : held.GrantOf(work)))
            .ToList();
        var shares = rights.Select(one => one.Grant).OfType<GrantRow>().DistinctBy(grant => grant.Id).Sum(grant => grant.ShareBasisPoints);
        if (shares > Whole)
        {
            throw new FinalException(Required, $"The grants for {string.Join(" and ", rights.Select(one => one.Work.Work.Name))} give away {shares / 100m} % of the revenue together. Show fewer of them in one video.");
        }

        var now = JsonSerializer.Serialize(
            [.. rights.Select(one => new VideoRight(one.Work.Work.Id, one.Work.Work.Name, one.Work.HolderId, one.Work.Holder, one.Grant?.Id))],
            RightsJson.Default.IReadOnlyListVideoRight);
        if (now != written)
        {
            await database.Videos.Where(row => row.Id == videoId && row.TenantId == tenant)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Rights, now), cancellation);
        }
    }

    /// <summary>The stable word of a refusal: what the built-in lists know to belong to somebody, and nothing else, lacks a grant too.</summary>
    /// <param name="verdict">The judgement.</param>
    /// <param name="limits">What is refused.</param>
    public static string CodeOf(ModerationVerdict verdict, ModerationLimits limits)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(limits);
        var refused = verdict.Findings.Where(finding => limits.Of(finding) == ModerationOutcome.Refuse).ToList();
        return refused.Count > 0 && refused.TrueForAll(finding => finding.Category == ModerationCategory.ProtectedCharacter) ? Required : "moderation_blocked";
    }

    private static string Refusal(RegisteredWork work, IReadOnlyList<FoundWork> found, HeldRights held)
    {
        var fields = string.Join(" and ", found.Select(one => one.Field).Distinct());
        return $"{fields}: {work.Work.Name} belongs to {work.Holder}, and you have no grant for it that covers this order. Ask there: {work.Ask}.{held.WhyNot(work)}";
    }
}
