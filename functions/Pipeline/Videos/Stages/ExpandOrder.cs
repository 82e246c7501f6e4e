using System.Text.Json.Serialization;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Write the storyboard of this request.</summary>
/// <param name="Request">The stored request.</param>
/// <param name="MayReview">Whether whoever asks can wait for a person; null for no, as orders that are older than reviews have it.</param>
public sealed record ExpandOrder(BlobRef Request, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? MayReview = null);
