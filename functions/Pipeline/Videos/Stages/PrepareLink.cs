using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce.Links;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Links;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Payments;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Makes the tracked links of a video before the cut, because the cut shows them: one for each channel.</summary>
/// <param name="database">Where links are.</param>
/// <param name="blobs">Where requests lie.</param>
/// <param name="address">What links begin with.</param>
/// <param name="payments">Makes those that are paid at.</param>
/// <param name="time">The clock.</param>
public sealed class PrepareLink(SoraDatabase database, IBlobStore blobs, PublicAddress address, PaymentLinks payments, TimeProvider time)
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

        var main = request.Channels[0];
        var code = await database.CommerceLinks
            .Where(row => row.VideoId == step.VideoId && row.TenantId == step.Tenant && (row.Channel == null || row.Channel == main))
            .Select(row => row.Code)
            .FirstOrDefaultAsync(cancellation) ?? await Make(step, request, wish, cancellation);
        return new PreparedLink(code, address.Link(code));
    }

    private async Task<string> Make(
        Step<LinkOrder> step, VideoRequest request, LinkWish wish, CancellationToken cancellation)
    {
        var notes = await database.Videos.Where(row => row.Id == step.VideoId && row.TenantId == step.Tenant)
            .Select(row => row.Metadata).FirstOrDefaultAsync(cancellation) is { } json
            ? JsonSerializer.Deserialize(json, PipelineJson.Default.IReadOnlyDictionaryStringString)! : new Dictionary<string, string>();
        var links = new List<CommerceLinkRow>();
        foreach (var channel in request.Channels)
        {
            links.Add(await Link(step, request, wish, channel, notes, cancellation));
        }

        // All or none: the main one is what tells that they were made.
        database.CommerceLinks.AddRange(links);
        await database.SaveChangesAsync(cancellation);
        return links[0].Code;
    }

    private async Task<CommerceLinkRow> Link(
        Step<LinkOrder> step, VideoRequest request, LinkWish wish, string channel, IReadOnlyDictionary<string, string> notes, CancellationToken cancellation)
    {
        var campaign = wish.Campaign ?? notes.GetValueOrDefault("campaign");
        var tags = new UtmTags(channel, campaign ?? request.Product?.Title ?? "video", step.VideoId);
        var fitting = (wish.Targets ?? []).Where(target => target.Fits(ChannelProfile.Find(channel)?.Name ?? channel)).ToList();
        var paid = fitting.Any(target => target.IsPayment) ? await payments.Make(step.Tenant, step.VideoId, channel, request, cancellation) : "";
        var targets = fitting.Select(target => target.IsPayment ? target with { Address = paid } : target).ToList();
        var usual = targets.FirstOrDefault(target => !target.DependsOnViewer) ?? new LinkTarget(wish.Destination, LinkKind.Page);
        IReadOnlyList<LinkAlternative> others = [.. targets.Where(target => target.DependsOnViewer)
            .Select(target => new LinkAlternative(target.Countries, target.Languages, Tagged(target)))];
        return new CommerceLinkRow
        {
            Code = await CodeOf(step, channel == request.Channels[0] ? step.VideoId : $"{step.VideoId}/{channel}", cancellation),
            TenantId = step.Tenant,
            VideoId = step.VideoId,
            Channel = channel,
            Campaign = campaign,
            Product = request.Product?.Title,
            Variant = notes.GetValueOrDefault("variant"),
            Discount = wish.Discount,
            Destination = Tagged(usual),
            Alternatives = others.Count == 0 ? null : JsonSerializer.Serialize(others, LinkJson.Default.IReadOnlyListLinkAlternative),
            ExpiresAt = wish.ExpiresAt,
            CreatedAt = time.GetUtcNow(),
        };

        string Tagged(LinkTarget target) => TrackedLink.To(target.Address, tags, target.Kind, wish.Discount).Destination;
    }

    private async Task<string> CodeOf(Step<LinkOrder> step, string name, CancellationToken cancellation)
    {
        var attempt = 0;
        var code = LinkCode.Of(step.Tenant, name);
        while (await database.CommerceLinks.AnyAsync(row => row.Code == code, cancellation))
        {
            code = LinkCode.Of(step.Tenant, name, ++attempt);
        }

        return code;
    }
}
