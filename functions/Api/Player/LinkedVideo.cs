using SoraFunctions.Commerce;
using SoraFunctions.Commerce.Players;
using SoraFunctions.Commerce.Structured;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Channels;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Api.Player;

/// <summary>A finished video that has a link, and so is meant for everyone, as its players see it.</summary>
/// <param name="Server">Where the world reaches this server, without a slash at its end.</param>
/// <param name="Link">The link, of one of its channels.</param>
/// <param name="Video">The video.</param>
/// <param name="Document">Its <c>commerce.json</c>.</param>
/// <param name="Files">The files of that channel, with their sizes.</param>
internal sealed record LinkedVideo(
    string Server, CommerceLinkRow Link, VideoRow Video, CommerceDocument Document, IReadOnlyDictionary<string, long> Files)
{
    public string Title => Document.Video?.Title ?? Document.Product ?? "Video";

    /// <summary>Its raster: the main channel's is as ordered, the others have their own.</summary>
    public FrameSize Size => Link.Channel is { } channel && channel != Video.MainChannel && ChannelProfile.Find(channel) is { } profile ? profile.Size
        : FrameSize.TryParse(Video.Size, out var size) ? size
        : new FrameSize(16, 9);

    public Uri Page => new($"{Server}/player/{Link.Code}");

    public Uri Follow => new($"{Server}/l/{Link.Code}");

    public Uri Events => new($"{Server}/plays/{Link.Code}");

    public Uri File(string name) => new($"{Server}/media/{Link.Code}/{name}");

    /// <summary>What search engines and networks are told.</summary>
    public VideoFacts Facts => new()
    {
        Name = Title,
        Description = Document.Video?.Description ?? "",
        Thumbnails = [File(OutputNames.Poster)],
        UploadDate = Video.CreatedAt,
        Seconds = Seconds,
        Content = File(OutputNames.Video),
        Embed = Page,
        Page = Page,
        Language = Document.Video?.Language,
        Width = Size.Width,
        Height = Size.Height,
        Expires = Link.ExpiresAt,
    };

    /// <summary>What ad servers are told.</summary>
    public VideoAd Ad => new()
    {
        Id = Video.Id,
        Title = Title,
        Advertiser = Document.Video?.Brand,
        Seconds = Seconds,
        Files = [new MediaFile(File(OutputNames.Video), "video/mp4", Size.Width, Size.Height, KilobitsPerSecond)],
        Events = Events,
        Click = Follow,
        Captions =
        [
            .. Has(OutputNames.Captions) ? [new(Document.Video?.Language ?? "und", File(OutputNames.Captions))] : Array.Empty<KeyValuePair<string, Uri>>(),
            .. Translations.Select(one => KeyValuePair.Create(one.Language, new Uri(one.Src))),
        ],
    };

    /// <summary>What the player element is told.</summary>
    public PlayerFacts Player => new(
        Title,
        Document.Video?.Language,
        Size.Width,
        Size.Height,
        File(OutputNames.Poster).AbsoluteUri,
        File(OutputNames.Video).AbsoluteUri,
        Has(OutputNames.Captions) ? File(OutputNames.Captions).AbsoluteUri : null,
        Translations,
        Has(FileNames.Hotspots) ? File(FileNames.Hotspots).AbsoluteUri : null,
        Follow.AbsoluteUri,
        Events.AbsoluteUri,
        Document.Product is { } name ? new PlayerProduct(name, Document.PriceText, File(OutputNames.Thumbnail).AbsoluteUri) : null);

    private IReadOnlyList<PlayerCaptions> Translations =>
    [
        .. Files.Keys.Order(StringComparer.Ordinal).Select(name => (Name: name, Language: FileNames.LanguageOf(name)))
            .Where(one => one.Language is not null).Select(one => new PlayerCaptions(one.Language!, File(one.Name).AbsoluteUri)),
    ];

    private decimal Seconds => Document.Video?.Seconds ?? Video.Seconds;

    private int KilobitsPerSecond => Files.TryGetValue(OutputNames.Video, out var bytes) && Seconds > 0 ? (int)(bytes * 8 / 1000 / Seconds) : 0;

    private bool Has(string name) => Files.ContainsKey(name);
}
