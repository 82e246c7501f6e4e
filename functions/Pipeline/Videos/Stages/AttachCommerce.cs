using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Prices;
using SoraFunctions.Commerce.Structured;
using SoraFunctions.Contract.Json;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Describes a video to shops and search engines: <c>commerce.json</c>.</summary>
/// <param name="database">Where links and files are.</param>
/// <param name="blobs">Where requests and storyboards lie.</param>
/// <param name="address">What addresses begin with.</param>
/// <param name="progress">Who is told.</param>
public sealed class AttachCommerce(
    SoraDatabase database, IBlobStore blobs, PublicAddress address, StageProgress progress)
    : IActivity<Step<CommerceOrder>, Nothing>
{
    /// <summary>Its name and types.</summary>
    public static Activity<Step<CommerceOrder>, Nothing> Definition { get; } = new("AttachCommerce", 1);

    /// <inheritdoc/>
    public async Task<Nothing> Run(Step<CommerceOrder> step, CancellationToken cancellation)
    {
        var tenant = new TenantBlobs(blobs, step.Tenant);
        var request = await tenant.GetJson(step.Order.Request, PipelineJson.Default.VideoRequest, cancellation);
        var storyboard = await tenant.GetJson(step.Order.Storyboard, ContractJson.Default.Storyboard, cancellation);
        var video = await database.Videos.AsNoTracking().FirstOrDefaultAsync(
            row => row.Id == step.VideoId && row.TenantId == step.Tenant, cancellation);
        var channel = step.Order.Channels[0];
        if (video is not null && !await IsAttached(step.VideoId, channel, cancellation))
        {
            var link = step.Order.Link.Code is { } code
                ? await database.CommerceLinks.AsNoTracking().FirstAsync(row => row.Code == code, cancellation)
                : null;
            var links = link is null ? [] : await database.CommerceLinks.AsNoTracking()
                .Where(row => row.VideoId == step.VideoId && row.TenantId == step.Tenant).ToListAsync(cancellation);
            var document = await tenant.PutJson(
                DocumentOf(video, request, storyboard, link, links), CommerceJson.Default.CommerceDocument, cancellation);
            database.VideoFiles.Add(RegisterRendition.RowOf(step.VideoId, channel, FileNames.Commerce, document));
            await database.SaveChangesAsync(cancellation);
        }

        await progress.Show(new StageNote(step.VideoId, Stage.Commerce, "", 1), step.Share, cancellation);
        return Nothing.Value;
    }

    private Task<bool> IsAttached(string videoId, string channel, CancellationToken cancellation) =>
        database.VideoFiles.AnyAsync(
            row => row.VideoId == videoId && row.Channel == channel && row.Name == FileNames.Commerce, cancellation);

    private CommerceDocument DocumentOf(
        VideoRow video, VideoRequest request, Storyboard storyboard, CommerceLinkRow? link, IReadOnlyList<CommerceLinkRow> links)
    {
        var price = request.Product is { Price: { } amount, Currency: { } currency } && amount > 0
            ? new Money(amount, currency)
            : null;
        return new CommerceDocument
        {
            Link = link is null ? null : address.Link(link.Code),
            Code = link?.Code,
            Destination = link?.Destination,
            QrText = link is null ? null : address.Link(link.Code),
            Links = links.Count == 0 ? null :
            [
                .. links.OrderBy(row => request.Channels.ToList().IndexOf(row.Channel ?? request.Channels[0])).Select(row => new CommerceLink(
                    row.Channel ?? request.Channels[0], address.Link(row.Code), row.Destination, address.Player(row.Code), address.Vast(row.Code))),
            ],
            DiscountCode = link?.Discount,
            Video = VideoOf(request, storyboard),
            Product = request.Product?.Title,
            Price = price,
            PriceText = price is null ? null : PriceText.Of(price, storyboard.Language),
            JsonLd = JsonLdOf(video, request, storyboard, link, price),
        };
    }

    private static CommerceVideo VideoOf(VideoRequest request, Storyboard storyboard)
    {
        var size = Renditions.SizeOf(request);
        return new CommerceVideo(
            storyboard.Title,
            request.Product?.Description ?? "",
            storyboard.Language,
            size.Width,
            size.Height,
            storyboard.Seconds - Renditions.ProfileOf(request.Channels[0]).LoopSeconds,
            request.Brand?.Name);
    }

    private JsonElement JsonLdOf(
        VideoRow video, VideoRequest request, Storyboard storyboard, CommerceLinkRow? link, Money? price)
    {
        var size = Renditions.SizeOf(request);
        var facts = new VideoFacts
        {
            Name = storyboard.Title,
            Description = request.Product?.Description ?? video.Prompt ?? "",
            Thumbnails = [File(video, link, OutputNames.Thumbnail, "thumbnail")],
            UploadDate = video.CreatedAt,
            Seconds = storyboard.Seconds - Renditions.ProfileOf(request.Channels[0]).LoopSeconds,
            Content = File(video, link, OutputNames.Video, "video"),
            Embed = link is null ? null : new Uri(address.Player(link.Code)),
            Language = storyboard.Language,
            Width = size.Width,
            Height = size.Height,
        };
        var product = request.Product is not { } brief ? null : new ProductFacts
        {
            Name = brief.Title,
            Description = brief.Description,
            Images = [File(video, link, OutputNames.Poster, "poster")],
            Brand = request.Brand?.Name,
            Page = request.Link is { } wish ? new Uri(wish.Destination) : null,
            Price = price,
        };
        using var json = JsonDocument.Parse(StructuredData.Of(facts, product));
        return json.RootElement.Clone();
    }

    /// <summary>A linked video is meant for everyone, so its files have an open address; others ask for a key.</summary>
    private Uri File(VideoRow video, CommerceLinkRow? link, string name, string variant) => new(
        link is null
            ? $"{address.Root}/v1/videos/{video.Id}/content?variant={variant}"
            : address.Media(link.Code, name));
}
