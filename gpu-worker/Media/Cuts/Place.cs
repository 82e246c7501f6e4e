using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>A place where words may stand.</summary>
/// <param name="Box">What they cover, in pixels.</param>
/// <param name="Align">How their lines stand in it.</param>
/// <param name="Words">The words, set for it.</param>
/// <param name="Dislike">How much speaks against it by itself.</param>
internal sealed record Place<T>(Rect Box, Align Align, T Words, double Dislike);
