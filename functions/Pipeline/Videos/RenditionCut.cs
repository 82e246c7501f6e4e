using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Videos;

/// <summary>A rendition that is cut and judged and has still to be signed.</summary>
/// <param name="Files">The files of the cut by name.</param>
/// <param name="Origin">What its manifest says.</param>
/// <param name="Found">What was found in its frames.</param>
public sealed record RenditionCut(IReadOnlyDictionary<string, BlobRef> Files, VideoOrigin Origin, CutVerdict Found);
