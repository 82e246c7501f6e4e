using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>A review that was opened, or found decided.</summary>
/// <param name="Id">Which.</param>
/// <param name="IsOpen">Whether anybody has to be waited for.</param>
/// <param name="Patience">How long; null where nobody is waited for, and in what was written down while it was the same for all.</param>
public sealed record ReviewTicket(
    string Id, bool IsOpen, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimeSpan? Patience = null);
