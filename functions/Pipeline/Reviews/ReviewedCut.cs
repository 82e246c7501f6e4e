using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Reviews;

/// <summary>The finished cuts that people decide about.</summary>
/// <param name="Content">Names what they show: cuts of the same content under the same policy need not be decided about again.</param>
/// <param name="Sheets">What reviewers look at, by channel: a sheet of frames, or the video where there is none.</param>
public sealed record ReviewedCut(string Content, IReadOnlyDictionary<string, BlobRef> Sheets);
