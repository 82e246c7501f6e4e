namespace SoraFunctions.Pipeline.Links;

/// <summary>Where a link leads for some who follow it.</summary>
/// <param name="Countries">Those in these countries, ISO 3166-1 codes of two capitals; empty for all.</param>
/// <param name="Languages">Those who read these languages, BCP 47 tags; empty for all.</param>
/// <param name="Destination">The tagged address.</param>
public sealed record LinkAlternative(IReadOnlyList<string> Countries, IReadOnlyList<string> Languages, string Destination);
