namespace SoraFunctions.Provenance.Verification;

/// <summary>Draws the verdict from the findings (C2PA 2.2 section 14.3).</summary>
internal static class Verdict
{
    public static (VerificationState State, string Summary) Of(
        IReadOnlyList<VerificationEntry> entries, IReadOnlyList<IngredientDelta> deltas, SignerInfo? signer)
    {
        var failures = entries.Concat(deltas.SelectMany(delta => delta.Entries)).Where(one => one.Kind == EntryKind.Failure).ToList();
        var who = signer?.Organisation ?? signer?.CommonName ?? "an unnamed signer";
        if (failures.Find(one => one.Code != StatusCode.SigningCredentialUntrusted) is { } worst)
            return (VerificationState.Invalid, $"Invalid: {worst.Explanation}");
        if (entries.All(one => one.Code != StatusCode.SigningCredentialTrusted))
            return (VerificationState.Valid, $"Unchanged since it was signed by {who}, who is not among the trust anchors.");
        return failures.Count == 0
            ? (VerificationState.Trusted, $"Unchanged since it was signed by {who}, who is trusted.")
            : (VerificationState.Valid, $"Unchanged since it was signed by {who}, who is trusted; a signer of what it was made from is not.");
    }
}
