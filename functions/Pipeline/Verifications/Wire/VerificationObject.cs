using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Watermarks;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>What a viewer is told of a verification: bounded in size however hostile the file is, and without what is not theirs to see.</summary>
/// <param name="Verdict">What the file is, as far as can be told.</param>
/// <param name="Title">The verdict in a few words.</param>
/// <param name="Explanation">What it means and what it does not.</param>
/// <param name="File">Which file.</param>
/// <param name="Manifest">What its manifest says and whether it holds.</param>
/// <param name="Labels">What its labels claim.</param>
/// <param name="Picture">What its picture tells.</param>
/// <param name="Agreements">Which of these agree.</param>
/// <param name="Matches">The viewer's own renditions that it is a copy of.</param>
public sealed record VerificationObject(
    Verdict Verdict,
    string Title,
    string Explanation,
    FilePart File,
    ManifestPart Manifest,
    LabelPart Labels,
    PicturePart Picture,
    IReadOnlyList<AgreementPart> Agreements,
    IReadOnlyList<Match> Matches)
{
    /// <summary>Always <c>verification</c>.</summary>
    [JsonPropertyOrder(-1)]
    public string Object => "verification";

    /// <summary>What a viewer is told.</summary>
    /// <param name="found">All that was found.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="language">BCP 47 tag of the language of title and explanation.</param>
    public static VerificationObject Of(Verification found, Viewer viewer, string language)
    {
        var words = VerdictWords.Of(found.Verdict, found.Picture.Examined, language);
        var matches = found.Matches.Where(match => viewer.MaySee(match.Tenant)).ToList();

        // Who owns nothing of it learns that the mark is ours and not whose; an id is shown to all only where the manifest names it already.
        var named = found.Manifest.SoftBindings.Any(one => one.Algorithm == Watermarking.Algorithm && one.Value == found.Picture.Mark?.Id.ToString());
        return new(
            found.Verdict,
            words.Title,
            words.Explanation,
            new FilePart(found.Sha256, found.Bytes),
            ManifestPart.Of(found.Manifest, found.Signature, language),
            LabelPart.Of(found.Manifest.AigcLabel),
            PicturePart.Of(found.Picture, shown: viewer.IsOperator || matches.Count > 0 || named),
            [.. found.Agreements.Select(one => AgreementPart.Of(one, language))],
            matches);
    }
}
