using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Reads and judges the manifests and labels of MP4 videos, JPEG, PNG, WebP and GIF pictures and WAV sounds. Hostile files are reported on, never thrown at the caller.
/// </summary>
public static class ProvenanceReader
{
    /// <summary>Verifies a file.</summary>
    /// <param name="source">The whole file; readable and seekable.</param>
    /// <param name="anchors">Whom to trust; nobody when null.</param>
    /// <param name="clock">Tells the day on which certificates must hold; the system's when null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static VerificationReport Verify(
        Stream source, TrustAnchors? anchors = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        return Read(source, anchors, clock, cancellationToken).Report;
    }

    /// <summary>As <see cref="Verify"/>, with the store that was read.</summary>
    internal static (VerificationReport Report, ManifestStore? Store) Read(
        Stream source, TrustAnchors? anchors, TimeProvider? clock, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        try
        {
            if (CarrierFormat.Open(source, out var foreign) is not { } carrier)
            {
                findings.Note(StatusCode.FormatUnsupported, null, $"This is {foreign}; {CarrierFormat.Names} are read.");
                return (new VerificationReport(VerificationState.None, $"Not checked: this is {foreign}.", findings.Entries), null);
            }
            var now = (clock ?? TimeProvider.System).GetUtcNow();
            var check = new FileCheck(carrier, findings, anchors ?? TrustAnchors.None, now);
            return (check.Run(cancellationToken), check.Store);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            findings.Failure(StatusCode.FileMalformed, null, error.Message);
            return (new VerificationReport(VerificationState.Invalid, $"Invalid: {error.Message}", findings.Entries), null);
        }
    }
}
