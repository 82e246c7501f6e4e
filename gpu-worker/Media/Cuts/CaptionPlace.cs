using SoraFunctions.Media.Lettering;

namespace SoraFunctions.Media.Cuts;

/// <summary>A place for the words of a caption.</summary>
/// <param name="Box">What it covers, in pixels.</param>
/// <param name="Block">The words, set.</param>
/// <param name="Centred">Whether its lines are centred.</param>
/// <param name="Covered">The part of it that product or label take, 0 to 1.</param>
/// <param name="Cost">How much speaks against it.</param>
internal sealed record CaptionPlace(Rect Box, TextBlock Block, bool Centred, double Covered, double Cost);
