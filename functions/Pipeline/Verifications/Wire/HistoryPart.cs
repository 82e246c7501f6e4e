using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>One manifest in a file's history.</summary>
/// <param name="Generation">0 for the file itself, 1 for what it was made from, and so on.</param>
/// <param name="Relationship">What it is to the generation before; null for the file itself.</param>
/// <param name="ManifestId">Its label.</param>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Generator">The product that made the claim.</param>
/// <param name="SignedBy">The name in the signer's certificate; null when it can't be read.</param>
/// <param name="Actions">How it was made; at most 16.</param>
public sealed record HistoryPart(
    int Generation, string? Relationship, string ManifestId, string? Title, string? Generator, string? SignedBy, IReadOnlyList<ActionInfo> Actions)
{
    private const int MostActions = 16;

    /// <summary>What is told of a manifest.</summary>
    /// <param name="entry">The manifest.</param>
    public static HistoryPart Of(LineageEntry entry) => new(
        entry.Generation,
        Clipped.Text(entry.Relationship),
        Clipped.Text(entry.ManifestLabel),
        Clipped.Text(entry.Title),
        Clipped.Text(entry.Generator),
        Clipped.Text(entry.Signer?.Organisation ?? entry.Signer?.CommonName),
        [.. entry.Actions.Take(MostActions).Select(action => new ActionInfo(
            Clipped.Text(action.Name), Clipped.Text(action.When), Clipped.Text(action.DigitalSourceType), Clipped.Text(action.SoftwareAgent)))]);
}
