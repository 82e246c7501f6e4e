using System.Text.Json.Serialization;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>The normalised order: checked, with defaults filled in and pictures stored. What a video is made from.</summary>
public sealed record VideoRequest
{
    /// <summary>What the caller wants to see, in his own words, up to 32,000 characters; empty when a product or storyboard says it all.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>What is advertised; null for a prompt-only video.</summary>
    public ProductBrief? Product { get; init; }

    /// <summary>Who advertises; null when unknown.</summary>
    public BrandBrief? Brand { get; init; }

    /// <summary>Further pictures to show or follow, by SHA-256.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Likenesses that the words name; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Character>? Characters { get; init; }

    /// <summary>Pictures that shots begin with, end with or follow; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GuidePicture>? Guides { get; init; }

    /// <summary>Channels to cut for, by name, each at most once; the first is the video's main rendition.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [ChannelProfile.Default.Name];

    /// <summary>Length of the video in seconds, 1 to 120.</summary>
    public decimal Seconds { get; init; } = 10;

    /// <summary>Raster of the main rendition as width x height in pixels; null takes the channel's.</summary>
    public FrameSize? Size { get; init; }

    /// <summary>BCP 47 tag of what is shown and spoken; null to tell from the words.</summary>
    public string? Language { get; init; }

    /// <summary>Whether lines are spoken.</summary>
    public bool Voice { get; init; }

    /// <summary>What voice; null when the caller does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VoiceWish? VoiceWish { get; init; }

    /// <summary>How spoken lines are shown; null for the storyboard's own way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaptionStyle? Captions { get; init; }

    /// <summary>Terms that have to be shown, up to 300 characters; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Legal { get; init; }

    /// <summary>Whether there is music.</summary>
    public bool Music { get; init; } = true;

    /// <summary>What music; null when the caller does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MusicWish? MusicWish { get; init; }

    /// <summary>Feeling of the whole; null to tell from the words.</summary>
    public Mood? Mood { get; init; }

    /// <summary>How the advertisement is told; null to tell from the words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Dramaturgy? Dramaturgy { get; init; }

    /// <summary>Which of the storyboards that there are for the order: 0 is the usual one, others have another hook, place, telling and palette.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Variant { get; init; }

    /// <summary>Where a viewer is sent; null for no link.</summary>
    public LinkWish? Link { get; init; }

    /// <summary>Same seed, same video.</summary>
    public long Seed { get; init; }

    /// <summary>Engine that renders the shots.</summary>
    public string Engine { get; init; } = "world";

    /// <summary>Engines that take its place if it is not there when shots are planned, in order; null where it was named and no other will do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Fallbacks { get; init; }

    /// <summary>How much work goes into each frame.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Quality Quality { get; init; }

    /// <summary>What is made besides, for each channel; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ExtraOutput>? Outputs { get; init; }

    /// <summary>Where it is published, of the table of labels; null for everywhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>Whether the words that say that it is generated are left out of the picture.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CleanCopy { get; init; }

    /// <summary>A storyboard to film as it is, in place of writing one.</summary>
    public Storyboard? Storyboard { get; init; }

    /// <summary>What to change about <see cref="Storyboard"/>, or what follows it; null unless this is a remix or an extension.</summary>
    public string? Change { get; init; }

    /// <summary>Whether <see cref="Change"/> tells what follows <see cref="Storyboard"/>, whose shots stay, until the video lasts <see cref="Seconds"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Continues { get; init; }

    /// <summary>How often the video was lengthened already, itself included.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Extensions { get; init; }

    /// <summary>How far a changed shot may leave its earlier clip, over 0 to 1; null when the caller does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Strength { get; init; }

    /// <summary>The order of the same video with a change.</summary>
    /// <param name="filmed">Its storyboard as it was filmed.</param>
    /// <param name="change">What to change.</param>
    /// <param name="strength">How far a changed shot may leave its earlier clip, over 0 to 1; null for the usual.</param>
    public VideoRequest Changed(Storyboard filmed, string change, double? strength = null) => this with
    {
        Storyboard = filmed,
        Change = change,
        Continues = false,
        Strength = strength,
        Guides = Guides is { } guides ? [.. guides.Select(guide => guide.Pinned(filmed))] : null,
    };

    /// <summary>The order of the same video with a sequel.</summary>
    /// <param name="filmed">Its storyboard as it was filmed.</param>
    /// <param name="next">What happens next.</param>
    /// <param name="seconds">How long the whole will last.</param>
    public VideoRequest Extended(Storyboard filmed, string next, decimal seconds) =>
        Changed(filmed, next) with { Continues = true, Seconds = seconds, Extensions = Extensions + 1 };

    /// <summary>The order of the same video, filmed by another storyboard as it stands.</summary>
    /// <param name="storyboard">Which keeps to the rules of storyboards.</param>
    public VideoRequest FilmedBy(Storyboard storyboard) => this with { Storyboard = storyboard, Change = null, Continues = false };
}
