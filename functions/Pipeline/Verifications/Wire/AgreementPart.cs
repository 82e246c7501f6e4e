namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>Two things that were found, side by side.</summary>
/// <param name="Kind">How they relate.</param>
/// <param name="Agree">Whether they say the same.</param>
/// <param name="Explanation">The relation in a sentence.</param>
public sealed record AgreementPart(AgreementKind Kind, bool Agree, string Explanation)
{
    /// <summary>What is told of it.</summary>
    /// <param name="agreement">The comparison.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static AgreementPart Of(Agreement agreement, string language) => new(agreement.Kind, agreement.Agree, agreement.Words(language));
}
