using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>A check that failed.</summary>
/// <param name="Code">Status code of C2PA, or an own one beginning with com.sorafunctions.</param>
/// <param name="Explanation">In plain words.</param>
public sealed record FindingPart(string Code, string Explanation)
{
    /// <summary>What is told of it.</summary>
    /// <param name="entry">The check.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static FindingPart Of(VerificationEntry entry, string language) =>
        new(entry.Code, Clipped.Text(FindingWords.Of(entry.Code, entry.Explanation, language)));
}
