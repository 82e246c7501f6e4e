using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Compares what was found with each other. What is not there agrees and disagrees with nothing.</summary>
public static class Agreements
{
    private const string Manifest = "manifest", Watermark = "watermark", Label = "label", Record = "record";

    /// <summary>The comparisons that can be made.</summary>
    /// <param name="manifest">What the file carries.</param>
    /// <param name="signature">What that amounts to.</param>
    /// <param name="picture">What its picture tells.</param>
    /// <param name="matches">What this deployment wrote down.</param>
    public static IReadOnlyList<Agreement> Of(
        VerificationReport manifest, SignatureEvidence signature, PictureEvidence picture, IReadOnlyList<Match> matches) =>
    [
        .. MarkNamed(manifest, picture),
        .. LabelAndManifest(manifest),
        .. MarkAndSigner(signature, picture),
        .. MarkAndRecord(picture, matches),
    ];

    private static IEnumerable<Agreement> MarkNamed(VerificationReport manifest, PictureEvidence picture)
    {
        var named = manifest.SoftBindings.Where(one => one.Algorithm == Watermarking.Algorithm).Select(one => one.Value).ToList();
        if (named.Count == 0 || !picture.Examined)
        {
            yield break;
        }

        yield return picture.Mark is not { } mark
            ? new([Manifest, Watermark], false, "The manifest names a watermark, and none was found in the picture: it may be too small or too much compressed, or not the picture that was signed.")
            : named.Contains(mark.Id.ToString())
                ? new([Manifest, Watermark], true, "The picture carries the watermark that the manifest names.")
                : new([Manifest, Watermark], false, "The picture carries another watermark than the manifest names: manifest and picture come from different videos.");
    }

    private static IEnumerable<Agreement> LabelAndManifest(VerificationReport manifest)
    {
        if (manifest.AigcLabel is null || manifest.DigitalSourceTypes.Count == 0)
        {
            yield break;
        }

        yield return SourceTypes.SayAi(manifest)
            ? new([Manifest, Label], true, "Label and manifest both say that a computer made it.")
            : new([Manifest, Label], false, "The label says that AI made it, and the manifest does not.");
    }

    private static IEnumerable<Agreement> MarkAndSigner(SignatureEvidence signature, PictureEvidence picture)
    {
        if (picture.Mark is not null && signature is SignatureEvidence.Foreign)
        {
            yield return new([Manifest, Watermark], false, "The picture carries the mark of this service, and somebody else signed the file.");
        }
    }

    private static IEnumerable<Agreement> MarkAndRecord(PictureEvidence picture, IReadOnlyList<Match> matches)
    {
        if (picture.Mark is not null)
        {
            yield return matches.Count > 0
                ? new([Watermark, Record], true, "The watermark belongs to a video that was made here.")
                : new([Watermark, Record], false, "The watermark was made with the key of this service, and no video is known that carries it.");
        }
    }
}
