namespace SoraFunctions.Api.Verify;

/// <summary>What a query of the Soft Binding Resolution API is answered with.</summary>
/// <param name="Matches">The manifests; empty for none.</param>
internal sealed record BindingMatches(IReadOnlyList<BindingMatch> Matches);

/// <summary>A manifest that was found.</summary>
/// <param name="ManifestId">Its label.</param>
internal sealed record BindingMatch(string ManifestId);
