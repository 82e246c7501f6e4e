namespace SoraFunctions.Pipeline.Shops.Publishing;

/// <summary>Put a video onto the page of its product.</summary>
/// <param name="Shop">Into which shop.</param>
/// <param name="ProductId">Onto which product.</param>
/// <param name="VideoId">Which video.</param>
public sealed record Publication(string Shop, long ProductId, string VideoId)
{
    /// <summary>The name of its file in the shop, by which it is found again: no other file has it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string FileName => $"sora-{VideoId["video_".Length..]}.mp4";
}
