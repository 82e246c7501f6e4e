namespace SoraFunctions.Media.Sound.Speech;

/// <summary>How a voice is treated before it is mixed.</summary>
/// <param name="Warmth">Decibels below 220 Hz.</param>
/// <param name="Edge">Decibels about 3.2 kHz, where synthetic voices are harsh.</param>
/// <param name="Air">Decibels above 6.5 kHz, where a formant synthesizer buzzes.</param>
/// <param name="Sibilance">How loud the band of S may be beside the whole before it is turned down: a ratio of amplitudes.</param>
internal sealed record VoiceTone(double Warmth, double Edge, double Air, double Sibilance)
{
    /// <summary>For espeak-ng.</summary>
    public static VoiceTone Formant { get; } = new(3.5, -2.5, -5, 0.22);

    /// <summary>For Flite, which has nothing above 8 kHz.</summary>
    public static VoiceTone Statistical { get; } = new(2, -1, 1.5, 0.28);

    /// <summary>For neural voices.</summary>
    public static VoiceTone Neural { get; } = new(1, 0, 0, 0.35);
}
