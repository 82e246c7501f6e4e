using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>A rendition is made.</summary>
/// <param name="Channel">For which channel.</param>
/// <param name="Warnings">What the caller should know.</param>
/// <param name="Cut">What has still to be signed and registered; null where that is done, as before cuts were judged.</param>
public sealed record RenditionResult(
    string Channel, IReadOnlyList<string> Warnings, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RenditionCut? Cut = null);
