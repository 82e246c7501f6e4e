namespace SoraFunctions.Pipeline.Requests;

/// <summary>Who advertises.</summary>
/// <param name="Name">Up to 80 characters.</param>
/// <param name="Primary">Main colour as <c>#rrggbb</c>; null for a fitting one.</param>
/// <param name="Accent">Accent colour as <c>#rrggbb</c>; null for a fitting one.</param>
public sealed record BrandBrief(string Name, string? Primary = null, string? Accent = null);
