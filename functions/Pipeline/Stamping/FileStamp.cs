using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Stamping;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Stamping;

/// <summary>Stamps files, and hands over none that a verifier would refuse.</summary>
/// <param name="identity">Who signs.</param>
/// <param name="time">The clock, for the validity of certificates.</param>
internal sealed class FileStamp(SigningIdentity identity, TimeProvider time)
{
    /// <summary>The last file's manifests and what a verifier says of it.</summary>
    public Ancestry? Last { get; private set; }

    /// <summary>Whom a verifier trusts for these files.</summary>
    public TrustAnchors Anchors { get; } = identity.RootPem.Length > 0 ? identity.TrustAnchors : TrustAnchors.None;

    /// <summary>Writes a stamped copy.</summary>
    /// <param name="source">The finished file.</param>
    /// <param name="stamped">Where the copy goes.</param>
    /// <param name="definition">What its manifest says.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FinalException">The copy does not verify.</exception>
    public StampedManifest Write(Stream source, Stream stamped, ManifestDefinition definition, CancellationToken cancellation)
    {
        var written = ProvenanceStamp.Stamp(source, stamped, definition, identity, cancellation);
        stamped.Position = 0;
        Last = Ancestry.Read(stamped, Anchors, time, cancellation)
            ?? throw new FinalException("provenance_failed", $"The signed file '{definition.Title}' does not verify: it carries no manifest.");
        return Last.Report.State is VerificationState.Trusted or VerificationState.Valid
            ? written
            : throw new FinalException("provenance_failed", $"The signed file '{definition.Title}' does not verify: {Last.Report.Summary}");
    }
}
