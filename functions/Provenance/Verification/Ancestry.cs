using SoraFunctions.Provenance.Jumbf;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>The manifests of a file, verified, ready to be carried into what is made from it.</summary>
public sealed class Ancestry
{
    private readonly ManifestStore store;

    private Ancestry(ManifestStore store, VerificationReport report) => (this.store, Report) = (store, report);

    /// <summary>What verification found; it goes into the new manifest as it is, good or bad.</summary>
    public VerificationReport Report { get; }

    /// <summary>Label of the file's own manifest.</summary>
    public string ManifestLabel => store.Active.Label;

    /// <summary>The manifest store as it lies in the file, without what pads it: the body of <c>application/c2pa</c>.</summary>
    public ReadOnlyMemory<byte> Store => store.Root.Raw;

    /// <summary>
    /// Whether both hold different manifests under one label, which only a forger makes: one new manifest cannot carry both.
    /// </summary>
    /// <param name="other">Another one.</param>
    public bool ClashesWith(Ancestry other) => Manifests.Any(manifest =>
        other.Manifests.Any(one => one.Label == manifest.Label && !one.Payload.Span.SequenceEqual(manifest.Payload.Span)));

    internal IReadOnlyList<SuperBox> Manifests => store.Manifests;

    internal HashedUri ActiveManifest => HashedUri.To(JumbfUri.Manifest(ManifestLabel), store.Active);

    internal HashedUri? ClaimSignature =>
        store.Active.Child("c2pa.signature") is { } signature ? HashedUri.To(JumbfUri.Signature(ManifestLabel), signature) : null;

    /// <summary>Reads and verifies a video or picture that something is to be made from.</summary>
    /// <param name="source">The whole file; readable and seekable.</param>
    /// <param name="anchors">Whom to trust; nobody when null.</param>
    /// <param name="clock">Tells the day on which certificates must hold; the system's when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null when the file carries no manifest that could be carried on.</returns>
    public static Ancestry? Read(
        Stream source, TrustAnchors? anchors = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var (report, store) = ProvenanceReader.Read(source, anchors, clock, cancellationToken);
        return store is null ? null : new Ancestry(store, report);
    }
}
