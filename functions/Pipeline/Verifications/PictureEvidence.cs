using SoraFunctions.Pipeline.Fingerprints;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What the picture itself tells, whatever stands beside it in the file.</summary>
/// <param name="Mark">Our watermark; null when none was found.</param>
/// <param name="Copies">Renditions that it looks like, by their fingerprints.</param>
/// <param name="Problem">Why the picture was not examined, in plain words; null when it was.</param>
public sealed record PictureEvidence(WatermarkFinding? Mark, IReadOnlyList<KnownCopy> Copies, string? Problem)
{
    /// <summary>Whether it was looked at.</summary>
    public bool Examined => Problem is null;

    /// <summary>A picture that was not looked at.</summary>
    /// <param name="problem">Why, in plain words.</param>
    public static PictureEvidence Unexamined(string problem) => new(null, [], problem);
}
