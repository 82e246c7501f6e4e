namespace SoraFunctions.Media.Films;

/// <summary>The sound track of a video file.</summary>
/// <param name="Codec">Such as <c>aac</c>.</param>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="Channels">1 or 2.</param>
/// <param name="Start">Time of the first sample in seconds.</param>
/// <param name="Seconds">Length.</param>
public sealed record ProbedSound(string Codec, int SampleRate, int Channels, double Start, double Seconds);
