using SoraFunctions.Media.Sound.Music.Instruments;

namespace SoraFunctions.Media.Sound.Music;

/// <summary>One stroke of a pattern.</summary>
/// <param name="Voice">What is struck.</param>
/// <param name="Beat">When: beats of a bar, or back from a cut.</param>
/// <param name="Force">0 to 1.</param>
/// <param name="Key">MIDI key of what has a pitch.</param>
internal readonly record struct Stroke(Voice Voice, double Beat, double Force, int Key = 60);
