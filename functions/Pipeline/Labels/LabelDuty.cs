using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>The duty of who publishes copies without words in the picture to label them himself.</summary>
/// <param name="database">Where tenants are.</param>
/// <param name="audit">Where it is written down.</param>
/// <param name="time">The clock.</param>
public sealed class LabelDuty(SoraDatabase database, AuditLog audit, TimeProvider time)
{
    /// <summary>A clean copy was ordered by a tenant that has not accepted the duty.</summary>
    public const string NotAccepted = "label_duty_not_accepted";

    private const int _yearsKept = 10;

    /// <summary>Accepts the duty for a tenant. Doing it again changes the name.</summary>
    /// <param name="tenant">Which.</param>
    /// <param name="by">Who accepts it: a person's name, 1 to 200 characters.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<DateTimeOffset> Accept(string tenant, string by, CancellationToken cancellation)
    {
        if (by.Trim() is not { Length: >= 1 and <= 200 } name)
        {
            throw new RequestException(new RequestError("accepted_by", "accepted_by must name the person who accepts the duty, in 1 to 200 characters."));
        }

        var now = time.GetUtcNow();
        var row = await database.Tenants.FirstAsync(one => one.Id == tenant, cancellation);
        (row.LabelDutyAt, row.LabelDutyBy) = (now, name);
        await database.SaveChangesAsync(cancellation);
        await audit.Append(tenant, new AuditEntry("label-duty.accepted", $"{now:O}", name, now.AddYears(_yearsKept)), cancellation);
        return now;
    }

    /// <summary>Whether an order for a clean copy may be taken.</summary>
    /// <param name="tenant">Whose order.</param>
    /// <param name="request">The order.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">It may not: by law, or for want of an accepted duty.</exception>
    public async Task Check(string tenant, VideoRequest request, CancellationToken cancellation)
    {
        if (!request.CleanCopy)
        {
            return;
        }

        if (LabelPlan.For(request.Markets, "en", clean: true).ForbidClean is { Count: > 0 } forbidden)
        {
            var allowed = LabelTable.Built.Markets.Where(market => market.CleanCopy is not null).Select(market => market.Name);
            throw new RequestException(new RequestError(
                "clean_copy", $"clean_copy must be left out for the markets {string.Join(", ", forbidden)}. Name in markets where it is published, of {string.Join(", ", allowed)}."));
        }

        if (!await database.Tenants.AnyAsync(one => one.Id == tenant && one.LabelDutyAt != null, cancellation))
        {
            throw new RequestException(new RequestError(
                "clean_copy", "clean_copy needs the duty to label it yourself to be accepted first: POST /v1/labels/duty with accepted_by.", NotAccepted));
        }
    }
}
