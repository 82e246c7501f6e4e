using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Judge what is seen in a finished cut.</summary>
/// <param name="Channel">For which channel it is.</param>
/// <param name="Storyboard">The stored storyboard that it was made by.</param>
/// <param name="Clips">What it was cut from.</param>
/// <param name="Video">The stored cut.</param>
/// <param name="Sheets">Pictures of it, for judges who look at pictures: small ones, which every judge takes.</param>
public sealed record JudgeCutOrder(string Channel, BlobRef Storyboard, IReadOnlyList<ClipAssets> Clips, BlobRef Video, IReadOnlyList<BlobRef> Sheets)
{
    private static readonly string[] _shown = [OutputNames.Spritesheet, OutputNames.Thumbnail];

    /// <summary>The order for a cut.</summary>
    /// <param name="order">Of which rendition.</param>
    /// <param name="clips">What it was cut from.</param>
    /// <param name="cut">The cut.</param>
    public static JudgeCutOrder Of(RenditionOrder order, IReadOnlyList<ClipAssets> clips, CutFiles cut) => new(
        order.Channel,
        order.Storyboard,
        clips,
        cut.Files[OutputNames.Video],
        [.. _shown.Select(name => cut.Files.GetValueOrDefault(name)).OfType<BlobRef>()]);
}
