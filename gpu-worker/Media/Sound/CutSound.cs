namespace SoraFunctions.Media.Sound;

/// <summary>The sound of a cut, whole and in parts.</summary>
/// <param name="Mix">Mastered, as it is encoded.</param>
/// <param name="Stems">What it was mixed of, before the master.</param>
/// <param name="Gain">Factor by which the sum of the stems was raised before its peaks were limited.</param>
/// <param name="Spoken">What is said and when.</param>
internal sealed record CutSound(StereoTrack Mix, Stems Stems, double Gain, IReadOnlyList<SpokenLine> Spoken);
