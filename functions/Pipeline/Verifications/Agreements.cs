using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Compares what was found with each other. What is not there agrees and disagrees with nothing.</summary>
public static class Agreements
{
    /// <summary>The comparisons that can be made.</summary>
    /// <param name="manifest">What the file carries.</param>
    /// <param name="signature">What that amounts to.</param>
    /// <param name="picture">What its picture tells.</param>
    /// <param name="matches">What this deployment wrote down.</param>
    public static IReadOnlyList<Agreement> Of(
        VerificationReport manifest, SignatureEvidence signature, PictureEvidence picture, IReadOnlyList<Match> matches)
    {
        var named = manifest.SoftBindings.Where(one => one.Algorithm == Watermarking.Algorithm).Select(one => one.Value).ToList();
        var mark = picture.Mark?.Id.ToString();
        List<AgreementKind?> kinds =
        [
            named.Count == 0 || !picture.Examined ? null
                : mark is null ? AgreementKind.NamedMarkAbsent
                : named.Contains(mark) ? AgreementKind.NamedMarkFound
                : AgreementKind.OtherMarkFound,
            manifest.AigcLabel is null || manifest.DigitalSourceTypes.Count == 0 ? null
                : SourceTypes.SayAi(manifest) ? AgreementKind.LabelSupported
                : AgreementKind.LabelUnsupported,
            mark is not null && signature is SignatureEvidence.Foreign ? AgreementKind.MarkUnderForeignSignature : null,
            picture.Copies.Count == 0 ? null
                : mark is null ? (signature is SignatureEvidence.Foreign ? AgreementKind.LikenessUnderForeignSignature : null)
                : picture.Copies.Any(copy => matches.Any(match => match.FoundBy is MatchLookup.ByWatermark or MatchLookup.ByFile && match.VideoId == copy.VideoId)) ? AgreementKind.LikenessFitsMark
                : AgreementKind.LikenessContradictsMark,
            mark is null ? null
                : matches.Any(match => match.FoundBy is MatchLookup.ByWatermark or MatchLookup.ByFile) ? AgreementKind.MarkRecorded
                : AgreementKind.MarkUnrecorded,
        ];
        return [.. kinds.OfType<AgreementKind>().Select(kind => new Agreement(kind))];
    }
}
