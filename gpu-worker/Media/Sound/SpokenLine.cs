namespace SoraFunctions.Media.Sound;

/// <summary>Words that were spoken.</summary>
/// <param name="Words">The words.</param>
/// <param name="From">Seconds from the first frame.</param>
/// <param name="To">Seconds from the first frame.</param>
internal sealed record SpokenLine(string Words, double From, double To);
