namespace SoraFunctions.Provenance.Stamping;

/// <summary>What stamping a file gave.</summary>
/// <param name="Label">Label of the new manifest.</param>
/// <param name="ContentSha256">The hard binding: SHA-256 over the covered boxes and their offsets, in lower-case
/// hexadecimal.</param>
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
    IReadOnlyList<string> Warnings);
