using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Links;

/// <summary>
/// What becomes of the links of a video that is deleted: copies of it may be about, and who follows them is not left standing. Payment links are
/// switched off, and what led to one leads to the product's page; other links go on as they are until their end.
/// </summary>
/// <param name="database">Where links are.</param>
/// <param name="blobs">Where requests lie.</param>
/// <param name="payments">Switches payment links off.</param>
/// <param name="time">The clock.</param>
public sealed class LinkRetirement(SoraDatabase database, IBlobStore blobs, PaymentLinks payments, TimeProvider time)
{
    /// <summary>Does it, before the video goes. May be repeated. What Stripe can't do now is done by the timer.</summary>
    /// <param name="videoId">Which video; nothing happens where there is none.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Retire(string videoId, CancellationToken cancellation)
    {
        var paid = await database.PaymentLinks.AsNoTracking().Where(row => row.VideoId == videoId).Select(row => row.Url).ToListAsync(cancellation);
        if (paid.Count == 0 || await database.Videos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == videoId, cancellation) is not { } video)
        {
            return;
        }

        var page = await PageOf(video, cancellation);
        foreach (var link in await database.CommerceLinks.AsNoTracking().Where(row => row.VideoId == videoId).ToListAsync(cancellation))
        {
            await Lead(link, page, paid, cancellation);
        }

        await payments.EndOf(videoId, cancellation);
    }

    private async Task Lead(CommerceLinkRow link, string? page, List<string> paid, CancellationToken cancellation)
    {
        var others = link.Alternatives is { } text ? JsonSerializer.Deserialize(text, LinkJson.Default.IReadOnlyListLinkAlternative)! : [];
        IReadOnlyList<LinkAlternative> left = [.. others.Where(one => !IsPaid(one.Destination))];
        var (destination, expires) = (link.Destination, link.ExpiresAt);
        if (IsPaid(destination))
        {
            // Where the page is not known any more the link ends, rather than lead to a page that takes no payment.
            (destination, expires) = page is null
                ? (destination, time.GetUtcNow())
                : (TrackedLink.To(page, new UtmTags(link.Channel ?? "web", link.Campaign ?? link.Product ?? "video", link.VideoId)).Destination, expires);
        }

        var alternatives = left.Count == 0 ? null : JsonSerializer.Serialize(left, LinkJson.Default.IReadOnlyListLinkAlternative);
        await database.CommerceLinks.Where(row => row.Code == link.Code).ExecuteUpdateAsync(
            change => change.SetProperty(row => row.Destination, destination).SetProperty(row => row.Alternatives, alternatives).SetProperty(row => row.ExpiresAt, expires),
            cancellation);

        bool IsPaid(string address) => paid.Any(url => address.StartsWith(url, StringComparison.Ordinal));
    }

    private async Task<string?> PageOf(VideoRow video, CancellationToken cancellation)
    {
        try
        {
            var request = await new TenantBlobs(blobs, video.TenantId).GetJson(
                JsonSerializer.Deserialize(video.Request, PipelineJson.Default.BlobRef)!, PipelineJson.Default.VideoRequest, cancellation);
            return request.Link?.Destination;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
