using System.Text.Json.Serialization;

namespace SoraFunctions.Contract.Renders;

/// <summary>What is to be looked into.</summary>
/// <param name="Video">SHA-256 of an MP4 file.</param>
/// <param name="Moments">Seconds from the first frame at which its pictures are judged, at most <see cref="MostMoments"/>; null for all along.</param>
public sealed record AnalysisOrder(
    string Video, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<double>? Moments = null)
{
    /// <summary>Most moments of an order.</summary>
    public const int MostMoments = 100;
}
