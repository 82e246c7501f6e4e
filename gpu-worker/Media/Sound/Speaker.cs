namespace SoraFunctions.Media.Sound;

/// <summary>A voice better than the built-in one.</summary>
/// <param name="words">What it says.</param>
/// <param name="language">BCP 47 tag.</param>
/// <param name="cancellation">Stops the work.</param>
/// <returns>48 kHz samples of one channel, -1 to 1; null when it does not speak the language, and the built-in voice is to.</returns>
public delegate Task<float[]?> Speaker(string words, string language, CancellationToken cancellation);
