namespace SoraFunctions.Media.Sound;

/// <summary>The sound of a cut, whole and in parts.</summary>
/// <param name="Mix">Mastered, as it is encoded.</param>
/// <param name="Stems">What it was mixed of, before the master.</param>
/// <param name="Gain">Factor by which the sum of the stems was raised before its peaks were limited.</param>
/// <param name="Loudness">Integrated loudness of the mix in LUFS; below what was ordered where that would have spoilt it.</param>
/// <param name="Spoken">What is said and when.</param>
internal sealed record CutSound(StereoTrack Mix, Stems Stems, double Gain, double Loudness, IReadOnlyList<SpokenLine> Spoken);
