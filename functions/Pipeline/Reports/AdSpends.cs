using Microsoft.EntityFrameworkCore;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Reports.Wire;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Reports;

/// <summary>Books what tenants pay to have videos shown.</summary>
/// <param name="database">Where it is booked.</param>
public sealed class AdSpends(SoraDatabase database)
{
    /// <summary>Books a spend; again under the same id does nothing.</summary>
    /// <param name="tenant">Who paid.</param>
    /// <param name="id">Under which id.</param>
    /// <param name="wish">For what.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">The video is not the tenant's, or the channel or amount is none.</exception>
    public async Task<AdSpendRow> Book(string tenant, string id, AdSpendWish wish, CancellationToken cancellation)
    {
        var video = await database.Videos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == wish.VideoId && row.TenantId == tenant, cancellation)
            ?? throw new RequestException(new RequestError("video_id", $"There is no video '{wish.VideoId}'."));
        var channel = wish.Channel is not { } name ? video.MainChannel
            : ChannelProfile.Find(name)?.Name
            ?? throw new RequestException(new RequestError("channel", $"channel must be one of: {string.Join(", ", ChannelProfile.Names)}."));
        var amount = wish.Amount.Read("amount");
        if (await database.AdSpends.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.TenantId == tenant, cancellation) is { } booked)
        {
            return booked;
        }

        var spend = new AdSpendRow
        {
            Id = id,
            TenantId = tenant,
            VideoId = video.Id,
            Channel = channel,
            Day = ReportSpan.Word(wish.Day),
            MinorUnits = amount.MinorUnits,
            Currency = amount.Currency,
        };
        database.AdSpends.Add(spend);
        await database.SaveChangesAsync(cancellation);
        return spend;
    }
}
