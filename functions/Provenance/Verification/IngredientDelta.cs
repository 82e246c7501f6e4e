namespace SoraFunctions.Provenance.Verification;

/// <summary>
/// What is found on an ingredient's manifests now and was not yet recorded when the ingredient was taken in.
/// </summary>
/// <param name="IngredientAssertionUri">Address of the ingredient assertion.</param>
/// <param name="Entries">The new findings.</param>
public sealed record IngredientDelta(string IngredientAssertionUri, IReadOnlyList<VerificationEntry> Entries);
