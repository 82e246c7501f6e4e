using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>Who advertises.</summary>
/// <param name="Name">Up to 80 characters.</param>
/// <param name="Primary">Main colour as <c>#rrggbb</c>; null for a fitting one.</param>
/// <param name="Accent">Accent colour as <c>#rrggbb</c>; null for a fitting one.</param>
public sealed record BrandBrief(string Name, string? Primary = null, string? Accent = null)
{
    /// <summary>Its logo; null for its name in letters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Picture? Logo { get; init; }

    /// <summary>The font that words are set in; null for the usual ones.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BlobRef? Font { get; init; }
}
