using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Something of a rights-holder that a video shows, and by what right.</summary>
/// <param name="WorkId">What is shown.</param>
/// <param name="Work">Its name.</param>
/// <param name="HolderId">Whose it is.</param>
/// <param name="Holder">The holder's name.</param>
/// <param name="GrantId">The grant; null where the video is the holder's own.</param>
public sealed record VideoRight(
    string WorkId,
    string Work,
    string HolderId,
    string Holder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GrantId = null);
