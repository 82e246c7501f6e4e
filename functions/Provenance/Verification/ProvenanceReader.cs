using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// Reads and judges the manifests and labels of video files. Hostile files are reported on, never thrown at the caller.
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
        var findings = new Findings();
        try
        {
            if (FileFormat.Foreign(source) is { } format)
            {
                findings.Note(StatusCode.FormatUnsupported, null, $"This is {format}; MP4 files are read.");
                var summary = $"Not checked: {format} is not read here, only MP4.";
                return new VerificationReport(VerificationState.None, summary, findings.Entries);
            }
            var now = (clock ?? TimeProvider.System).GetUtcNow();
            return new FileCheck(source, findings, anchors ?? TrustAnchors.None, now, cancellationToken).Run();
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            findings.Failure(StatusCode.FileMalformed, null, error.Message);
            return new VerificationReport(VerificationState.Invalid, $"Invalid: {error.Message}", findings.Entries);
        }
    }
}
