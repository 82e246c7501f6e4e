namespace SoraFunctions.Media.Sound.Mix;

/// <summary>A finished mix.</summary>
/// <param name="Track">What is encoded.</param>
/// <param name="Loudness">Integrated loudness reached, in LUFS; negative infinity for silence.</param>
/// <param name="Gain">Factor by which the mix was raised before its peaks were limited.</param>
internal sealed record Mastered(StereoTrack Track, double Loudness, double Gain);
