namespace SoraFunctions.Pipeline.Characters;

/// <summary>A likeness that is to be kept.</summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Id">A new id.</param>
/// <param name="Name">What prompts will call it, 1 to 80 characters.</param>
/// <param name="Clip">The MP4 file.</param>
/// <param name="Person">Whether it is a person; null to have faces looked for.</param>
/// <param name="Consent">How the person agreed, up to 500 characters; null for none.</param>
public sealed record NewCharacter(string Tenant, string Id, string Name, ReadOnlyMemory<byte> Clip, bool? Person, string? Consent);
