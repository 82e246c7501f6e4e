namespace SoraFunctions.Provenance.Verification;

/// <summary>One manifest in a video's history.</summary>
/// <param name="Generation">0 for the file itself, 1 for what it was made from, and so on.</param>
/// <param name="Relationship">parentOf, componentOf or inputTo towards the generation before; null for generation
/// 0.</param>
/// <param name="ManifestLabel">Label of the manifest.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Generator">The product that made the claim.</param>
/// <param name="Signer">Who signed it; null when its signature cannot be read.</param>
/// <param name="Actions">How it was made.</param>
public sealed record LineageEntry(
    int Generation,
    string? Relationship,
    string ManifestLabel,
    string? Title,
    string? Generator,
    SignerInfo? Signer,
    IReadOnlyList<ActionInfo> Actions)
{
    /// <summary>The digital source types that the actions state, each once.</summary>
    public IEnumerable<string> DigitalSourceTypes => Actions.Select(one => one.DigitalSourceType).OfType<string>().Distinct();
}
