using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Makes the tracked link of a video before the cut, because the cut shows it.</summary>
/// <param name="database">Where links are.</param>
/// <param name="blobs">Where requests lie.</param>
/// <param name="address">What links begin with.</param>
/// <param name="time">The clock.</param>
public sealed class PrepareLink(SoraDatabase database, IBlobStore blobs, PublicAddress address, TimeProvider time)
    : IActivity<Step<LinkOrder>, PreparedLink>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<LinkOrder>, PreparedLink> Definition { get; } = new("PrepareLink", 1);

    /// <inheritdoc/>
    public async Task<PreparedLink> Run(Step<LinkOrder> step, CancellationToken cancellation)
    {
        var request = await new TenantBlobs(blobs, step.Tenant)
            .GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        if (request.Link is not { } wish)
        {
            return new PreparedLink();
        }

        var code = await database.CommerceLinks
            .Where(row => row.VideoId == step.VideoId && row.TenantId == step.Tenant)
            .Select(row => row.Code)
            .FirstOrDefaultAsync(cancellation) ?? await Make(step, request, wish, cancellation);
        return new PreparedLink(code, address.Link(code));
    }

    private async Task<string> Make(
        Step<LinkOrder> step, VideoRequest request, LinkWish wish, CancellationToken cancellation)
    {
        var attempt = 0;
        var code = LinkCode.Of(step.Tenant, step.VideoId);
        while (await database.CommerceLinks.AnyAsync(row => row.Code == code, cancellation))
        {
            code = LinkCode.Of(step.Tenant, step.VideoId, ++attempt);
        }

        var tags = new UtmTags(
            request.Channels[0], wish.Campaign ?? request.Product?.Title ?? "video", step.VideoId);
        database.CommerceLinks.Add(new CommerceLinkRow
        {
            Code = code,
            TenantId = step.Tenant,
            VideoId = step.VideoId,
            Destination = TrackedLink.To(wish.Destination, tags).Destination,
            CreatedAt = time.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellation);
        return code;
    }
}
