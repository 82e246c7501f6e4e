using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>A small picture that is laid over a cut.</summary>
/// <param name="Path">A PNG file of the size of its box.</param>
/// <param name="Box">Where it lies, whole even pixels.</param>
/// <param name="From">Seconds.</param>
/// <param name="To">Seconds.</param>
/// <param name="In">Seconds in which it appears.</param>
/// <param name="Out">Seconds in which it goes; 0 to stay to the last frame.</param>
internal sealed record Sticker(string Path, Rect Box, double From, double To, double In, double Out);
