using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Channels;

namespace SoraFunctions.Api.Channels;

/// <summary>A channel as the API lists it.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Object">Always <c>channel</c>.</param>
/// <param name="Aliases">Other names that requests may use.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Size">Raster, such as <c>1080x1920</c>.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Seconds">How long a video may be.</param>
/// <param name="File">What the file may be.</param>
/// <param name="SafeZone">Where its own interface does not cover the picture.</param>
/// <param name="Sound">How it sounds.</param>
/// <param name="BurntIn">What may stand in the picture.</param>
/// <param name="Labels">The labels that are due.</param>
/// <param name="LoopSeconds">Over how many seconds the end goes over into the beginning; 0 where it ends.</param>
/// <param name="Sources">Where each group of figures comes from.</param>
internal sealed record ChannelObject(
    string Id,
    string Object,
    IReadOnlyList<string> Aliases,
    string Title,
    string Size,
    int FramesPerSecond,
    ChannelLength Seconds,
    ChannelFile File,
    SafeZone SafeZone,
    ChannelSound Sound,
    IReadOnlyList<BurntIn> BurntIn,
    IReadOnlyList<DueLabel> Labels,
    decimal LoopSeconds,
    IReadOnlyDictionary<string, ChannelSource> Sources);
