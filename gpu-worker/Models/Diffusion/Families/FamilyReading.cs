namespace SoraFunctions.Models.Diffusion.Families;

/// <summary>What was found out about a package.</summary>
/// <param name="Family">The family with the package's own values; null where it cannot be run.</param>
/// <param name="Problems">Why not, a sentence for each reason that begins with the part; empty when it can.</param>
public sealed record FamilyReading(Family? Family, IReadOnlyList<string> Problems);
