using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>All that was found out about a file.</summary>
/// <param name="Sha256">Content hash of the file, 64 lower-case hex digits.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Manifest">What its manifest and labels say, and whether it holds.</param>
/// <param name="Signature">What the manifest amounts to.</param>
/// <param name="Picture">What its picture tells.</param>
/// <param name="Matches">What this deployment wrote down about it.</param>
public sealed record Verification(
    string Sha256,
    long Bytes,
    VerificationReport Manifest,
    SignatureEvidence Signature,
    PictureEvidence Picture,
    IReadOnlyList<Match> Matches)
{
    /// <summary>What the verdict rests on.</summary>
    public Evidence Evidence => new(
        Signature,
        Signature is SignatureEvidence.Ours or SignatureEvidence.Foreign && SourceTypes.SayAi(Manifest),
        Picture.Mark is not null,
        Picture.Copies.Count > 0,
        Manifest.AigcLabel is not null);

    /// <summary>What it is.</summary>
    public Verdict Verdict => VerdictRules.Of(Evidence);

    /// <summary>Which of it agrees.</summary>
    public IReadOnlyList<Agreement> Agreements => Verifications.Agreements.Of(Manifest, Signature, Picture, Matches);
}
