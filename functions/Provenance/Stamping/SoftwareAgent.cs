namespace SoraFunctions.Provenance.Stamping;

/// <summary>The program or model that carried out an action.</summary>
/// <param name="Name">Product or model name.</param>
/// <param name="Version">Its version, or null.</param>
public sealed record SoftwareAgent(string Name, string? Version = null);
