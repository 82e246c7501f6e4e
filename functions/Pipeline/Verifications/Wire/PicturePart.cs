namespace SoraFunctions.Pipeline.Verifications.Wire;

/// <summary>What the picture tells.</summary>
/// <param name="Examined">Whether it was looked at.</param>
/// <param name="Note">Why not; null when it was.</param>
/// <param name="Watermark">Whether it carries this deployment's mark.</param>
/// <param name="WatermarkId">What the mark says, for those who may know; null otherwise.</param>
/// <param name="Strength">Standard deviations above chance; null for no mark.</param>
/// <param name="LooksLikeOurs">Whether it looks like a video that was made here.</param>
public sealed record PicturePart(bool Examined, string? Note, bool Watermark, string? WatermarkId, double? Strength, bool LooksLikeOurs)
{
    /// <summary>What is told of a picture.</summary>
    /// <param name="picture">What was found.</param>
    /// <param name="shown">Whether the viewer may know what the mark says.</param>
    public static PicturePart Of(PictureEvidence picture, bool shown) => new(
        picture.Examined,
        picture.Problem,
        picture.Mark is not null,
        shown ? picture.Mark?.Id.ToString() : null,
        picture.Mark is { } mark ? Math.Round(mark.Strength, 1) : null,
        picture.Copies.Count > 0);
}
