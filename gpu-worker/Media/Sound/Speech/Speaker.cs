namespace SoraFunctions.Media.Sound.Speech;

/// <summary>A voice.</summary>
/// <param name="utterance">What it is to say.</param>
/// <param name="cancellation">Stops the work.</param>
/// <returns>What it said; null when it does not speak the language, and another voice is to.</returns>
public delegate Task<SpokenTrack?> Speaker(Utterance utterance, CancellationToken cancellation);
