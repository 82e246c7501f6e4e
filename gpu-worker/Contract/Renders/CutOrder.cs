using System.Text.Json.Serialization;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Renders;

/// <summary>Everything that decides a cut: clips joined, sounded, captioned, labelled and encoded for one channel.</summary>
public sealed record CutOrder
{
    /// <summary>The storyboard whose captions, transitions, sound and end card are cut in.</summary>
    public required Storyboard Storyboard { get; init; }

    /// <summary>One clip per shot, in the same order.</summary>
    public required IReadOnlyList<ClipAssets> Clips { get; init; }

    /// <summary>The raster.</summary>
    public required FrameFormat Format { get; init; }

    /// <summary>Where words may stand.</summary>
    public required SafeZone SafeZone { get; init; }

    /// <summary>Address that the QR code on the end card holds; null for no code.</summary>
    public string? Link { get; init; }

    /// <summary>What a buyer who types it gets, such as <c>Code: SAVE10</c>, beside the address on the end card; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Offer { get; init; }

    /// <summary>The visible AI label, shown from the first frame; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Metadata written into the container, such as <c>AIGC</c> and <c>title</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Integrated loudness to reach, in LUFS (EBU R 128).</summary>
    public double Loudness { get; init; } = -14;

    /// <summary>Highest true peak of the finished file in dBTP (ITU-R BS.1770); null for -1.</summary>
    public double? TruePeak { get; init; }

    /// <summary>Music to use in place of composing some; null to compose.</summary>
    public OwnMusic? Music { get; init; }

    /// <summary>Whether the file has no sound track.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Silent { get; init; }

    /// <summary>
    /// For a video that plays round and round: the seconds at the end of the last shot that go over into the beginning of the first, and are
    /// not shown at the end. 0 for a video that ends.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal LoopSeconds { get; init; }

    /// <summary>What the file may be; null for no limits.</summary>
    public DeliveryLimits? Limits { get; init; }

    /// <summary>What is made besides; null for nothing.</summary>
    public IReadOnlyList<ExtraOutput>? Outputs { get; init; }

    /// <summary>The invisible mark of the picture; null for none.</summary>
    public LumaMark? Mark { get; init; }

    /// <summary>A narration to use in place of speaking the lines; null to speak them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OwnVoice? Voice { get; init; }

    /// <summary>Same seed, same music.</summary>
    public required long Seed { get; init; }
}
