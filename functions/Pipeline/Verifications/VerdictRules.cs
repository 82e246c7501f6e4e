namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Draws the verdict: the strongest that the evidence carries, and never more.</summary>
public static class VerdictRules
{
    /// <summary>The verdict.</summary>
    /// <param name="evidence">What was found.</param>
    public static Verdict Of(Evidence evidence) => evidence switch
    {
        { Signature: SignatureEvidence.Ours } => Verdict.MadeHere,
        { Signature: SignatureEvidence.Altered } => Verdict.AlteredAfterSigning,

        // Whoever signed it, the picture came from here first: a foreign signature took the place of ours.
        { Marked: true } => Verdict.RecognisedWithoutSignature,

        // A likeness alone does not say who was first.
        { Signature: SignatureEvidence.Foreign, SaysAi: true } => Verdict.MadeElsewhereWithAi,
        { Signature: SignatureEvidence.Foreign } => Verdict.SignedElsewhere,
        { Resembles: true } => Verdict.LooksLikeOurs,
        { Signature: SignatureEvidence.Unsound } => Verdict.UnsoundManifest,
        { Labelled: true } => Verdict.LabelledOnly,
        _ => Verdict.NothingFound,
    };
}
