namespace SoraFunctions.Api.Verify;

/// <summary>The soft bindings that are known here.</summary>
/// <param name="Watermarks">Invisible marks.</param>
/// <param name="Fingerprints">Likenesses.</param>
internal sealed record SupportedAlgorithms(IReadOnlyList<SupportedAlgorithm> Watermarks, IReadOnlyList<SupportedAlgorithm> Fingerprints);

/// <summary>A soft binding.</summary>
/// <param name="Alg">Its name in manifests.</param>
internal sealed record SupportedAlgorithm(string Alg);
