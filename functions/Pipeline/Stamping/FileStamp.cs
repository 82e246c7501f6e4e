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
    private readonly List<(string Name, Ancestry Signed)> _written = [];

    /// <summary>What was stamped: each file's manifests, and what a verifier says of it.</summary>
    public IReadOnlyList<(string Name, Ancestry Signed)> Written => _written;

    /// <summary>Whom a verifier trusts for these files.</summary>
    public TrustAnchors Anchors { get; } = identity.RootPem.Length > 0 ? identity.TrustAnchors : TrustAnchors.None;

    /// <summary>Writes a stamped copy.</summary>
    /// <param name="name">Its name, or that of the archive and the path in it.</param>
    /// <param name="source">The finished file.</param>
    /// <param name="stamped">Where the copy goes.</param>
    /// <param name="definition">What its manifest says.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FinalException">The copy does not verify.</exception>
    public StampedManifest Write(string name, Stream source, Stream stamped, ManifestDefinition definition, CancellationToken cancellation)
    {
        var written = ProvenanceStamp.Stamp(source, stamped, definition, identity, cancellation);
        stamped.Position = 0;
        var signed = Ancestry.Read(stamped, Anchors, time, cancellation)
            ?? throw new FinalException("provenance_failed", $"The signed file '{definition.Title}' does not verify: it carries no manifest.");
        if (signed.Report.State is not (VerificationState.Trusted or VerificationState.Valid))
        {
            throw new FinalException("provenance_failed", $"The signed file '{definition.Title}' does not verify: {signed.Report.Summary}");
        }

        _written.Add((name, signed));
        return written;
    }
}
