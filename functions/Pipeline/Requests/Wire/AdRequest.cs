using System.ComponentModel;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests.Wire;

/// <summary>The body of <c>POST /v1/ads</c> as it is written. At least one of prompt, product and storyboard is there.</summary>
public sealed record AdRequest
{
    /// <summary>See <see cref="VideoRequest.Prompt"/>.</summary>
    [Description("What is to be seen, in your own words; up to 32,000 characters.")]
    public string? Prompt { get; init; }

    /// <summary>See <see cref="VideoRequest.Product"/>.</summary>
    [Description("What is advertised.")]
    public AdProduct? Product { get; init; }

    /// <summary>See <see cref="VideoRequest.Guides"/>.</summary>
    [Description("Pictures that shots are made after, up to 8, by engines that take them (picture_roles in /v1/models); a warning tells of those that are not used.")]
    public IReadOnlyList<AdPicture>? Pictures { get; init; }

    /// <summary>See <see cref="VideoRequest.Brand"/>.</summary>
    [Description("Who advertises.")]
    public AdBrand? Brand { get; init; }

    /// <summary>See <see cref="VideoRequest.Channels"/>.</summary>
    [Description("Channels to cut for, each at most once; the first is the main rendition. Default: web.")]
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>See <see cref="VideoRequest.Seconds"/>.</summary>
    [Description("Length: whole seconds from 1 to 120. Default: 10, or the storyboard's.")]
    public WireSeconds? Seconds { get; init; }

    /// <summary>See <see cref="VideoRequest.Size"/>.</summary>
    [Description("Raster of the main rendition: " + FrameSize.Accepted + ". Default: the channel's.")]
    public string? Size { get; init; }

    /// <summary>See <see cref="VideoRequest.Language"/>.</summary>
    [Description("BCP 47 tag of what is shown and spoken, such as en or zh-CN. Default: the language of the words.")]
    public string? Language { get; init; }

    /// <summary>See <see cref="VideoRequest.Voice"/>.</summary>
    [Description("Whether lines are spoken: true, false, female or male; or an object with name (female, male, or a voice that the operator mounted), rate (0.8 to 1.25, usually 1) and file, your own narration in place of what would be spoken: an address (http, https) or data: URL of MP3, AAC, M4A, WAV, FLAC or OGG, 1 second to 10 minutes, up to 20 MiB; it begins with the video. A form may bring it as the file voice[file]. Default: false.")]
    public AdVoice? Voice { get; init; }

    /// <summary>See <see cref="VideoRequest.Captions"/>.</summary>
    [Description("How spoken lines are shown: clean (at most two lines at the bottom), karaoke (the spoken word is lit), bold-social (a few large words at once) or none. Default: the storyboard's, which is clean.")]
    public CaptionStyle? Captions { get; init; }

    /// <summary>See <see cref="VideoRequest.Legal"/>.</summary>
    [Description("Terms that have to be shown, up to 300 characters; small, at the end, for as long as reading them takes.")]
    public string? Legal { get; init; }

    /// <summary>See <see cref="VideoRequest.Music"/>.</summary>
    [Description("Music: true or false; the name of a style; or an object with style, tempo (40 to 200 beats a minute), volume (0 to 2, usually 1) and file, your own music in place of what would be composed: an address (http, https) or data: URL of MP3, AAC, M4A, WAV, FLAC or OGG, 1 second to 10 minutes, up to 20 MiB. A form may bring it as the file music[file]. Default: true, in the style of the mood.")]
    public AdMusic? Music { get; init; }

    /// <summary>See <see cref="VideoRequest.Mood"/>.</summary>
    [Description("Feeling of the whole. Default: told from the words.")]
    public Mood? Mood { get; init; }

    /// <summary>See <see cref="VideoRequest.Dramaturgy"/>.</summary>
    [Description("How the product is told. Default: told from the words, or the usual hook, details, moment and end card.")]
    public Dramaturgy? Dramaturgy { get; init; }

    /// <summary>See <see cref="VideoRequest.Variant"/>.</summary>
    [Description("Which of the storyboards that there are for this order, 0 to 999: others have another hook, setting, dramaturgy and palette where the order leaves them open. Default: 0, the usual one.")]
    public int? Variant { get; init; }

    /// <summary>See <see cref="VideoRequest.Link"/>.</summary>
    [Description("Where a viewer is sent.")]
    public AdLink? Link { get; init; }

    /// <summary>See <see cref="VideoRequest.Seed"/>.</summary>
    [Description("Same request, same seed: same video. 0 to 9007199254740991. Default: derived from the request.")]
    public long? Seed { get; init; }

    /// <summary>See <see cref="VideoRequest.Engine"/>.</summary>
    [Description("Engine that renders the shots; see /v1/models. Default: the deployment's.")]
    public string? Engine { get; init; }

    /// <summary>See <see cref="VideoRequest.Quality"/>.</summary>
    [Description("How much work goes into each frame: draft to judge timing and framing, about four times faster; final for the last version, at most four times slower. Default: standard.")]
    public Quality? Quality { get; init; }

    /// <summary>See <see cref="VideoRequest.Outputs"/>.</summary>
    [Description("What is made besides for each channel: hls (a streaming ladder), hls-av1 (the same with AV1 besides), gif and webp (small moving pictures), editors (a project with timelines, clips and sound stems). Default: none.")]
    public IReadOnlyList<ExtraOutput>? Outputs { get; init; }

    /// <summary>See <see cref="VideoRequest.Markets"/>.</summary>
    [Description("Where it is published: cn, eu, us-ny (see /v1/labels); decides which labels are due. Default: everywhere.")]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>See <see cref="VideoRequest.CleanCopy"/>.</summary>
    [Description("Whether the words that say that it is generated are left out of the picture, in markets that allow it and once POST /v1/labels/duty was called; a record of it is kept. Metadata, manifest and watermark stay. Default: false.")]
    public bool? CleanCopy { get; init; }

    /// <summary>See <see cref="VideoRequest.Storyboard"/>.</summary>
    [Description("A storyboard to film as it is.")]
    public Storyboard? Storyboard { get; init; }

    /// <summary>The caller's own notes.</summary>
    [Description("Your own notes, given back as they came: up to 16 names of 64 characters with values of 512.")]
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
