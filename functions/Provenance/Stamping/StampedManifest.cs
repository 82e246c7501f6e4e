namespace SoraFunctions.Provenance.Stamping;

/// <summary>What stamping a file gave.</summary>
/// <param name="Label">Label of the new manifest.</param>
/// <param name="ContentSha256">The hard binding: SHA-256 over the covered bytes in lower-case hexadecimal; of a fragmented
/// file over what comes before the fragments.</param>
/// <param name="StoreBytes">Size of the manifest store with the manifests carried on.</param>
/// <param name="BytesAdded">New size less old size; negative when a larger old store was replaced.</param>
/// <param name="Replaced">Whether the source had a manifest store, which the new one replaces.</param>
/// <param name="Warnings">What a strict reader may object to, in plain words.</param>
public sealed record StampedManifest(
    string Label,
    string ContentSha256,
    int StoreBytes,
    long BytesAdded,
    bool Replaced,
    IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Where a stretch of an MP4 file that began at this byte begins in the stamped one, what was put before it included: playlists with
    /// byte ranges need it. The length of the source maps to that of the stamped file. Of other formats positions are not asked for.
    /// </summary>
    public Func<long, long> NewStart { get; init; } = old => old;
}
