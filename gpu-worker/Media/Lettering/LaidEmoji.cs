namespace SoraFunctions.Media.Lettering;

/// <summary>An emoji among words: libass draws outlines alone, so that it is laid over as a picture.</summary>
/// <param name="Cluster">Its characters.</param>
/// <param name="Box">The square that is left free for it, in pixels.</param>
/// <param name="Motion">How the words come and go.</param>
internal sealed record LaidEmoji(string Cluster, Rect Box, Motion Motion);
