using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Labels;

/// <summary>What goes with a rendition to whoever publishes it: which labels it carries, and what platforms must be told.</summary>
/// <param name="Video">The video's id.</param>
/// <param name="Channel">The rendition's channel.</param>
/// <param name="Sha256">Of the signed file.</param>
/// <param name="Markets">The markets whose rules it meets.</param>
/// <param name="Visible">The words in the picture; null for a clean copy, which its publisher has to label.</param>
/// <param name="Aigc">The implicit label of GB 45438-2025 is in the metadata.</param>
/// <param name="Manifest">Label of the C2PA manifest.</param>
/// <param name="Watermark">The invisible mark; null for none.</param>
/// <param name="DigitalSourceTypes">How it was made: IPTC addresses.</param>
/// <param name="Platforms">What to tell platforms.</param>
public sealed record DeliveryRecord(
    string Video,
    string Channel,
    string Sha256,
    IReadOnlyList<string> Markets,
    string? Visible,
    bool Aigc,
    string Manifest,
    string? Watermark,
    IReadOnlyList<string> DigitalSourceTypes,
    IReadOnlyList<DeliveryFlag> Platforms)
{
    /// <summary>Its file name.</summary>
    public const string FileName = "delivery.json";

    /// <summary>Stores it.</summary>
    /// <param name="blobs">The tenant's blobs.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    public Task<BlobRef> Put(TenantBlobs blobs, CancellationToken cancellation) => blobs.PutJson(this, LabelJson.Default.DeliveryRecord, cancellation);

    /// <summary>What to tell the platforms of a channel.</summary>
    /// <param name="channel">Its name.</param>
    public static IReadOnlyList<DeliveryFlag> FlagsOf(string channel) =>
    [
        .. LabelTable.Built.Platforms.Where(flag => flag.Channels.Contains(channel))
            .Select(flag => new DeliveryFlag(flag.Name, flag.Field, flag.Value, LabelTable.Built.Sources[flag.Source].Title)),
    ];
}

/// <summary>A field of a platform's API and what goes in it.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">What goes in it.</param>
/// <param name="Source">Who says so.</param>
public sealed record DeliveryFlag(string Platform, string Field, string Value, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source);
