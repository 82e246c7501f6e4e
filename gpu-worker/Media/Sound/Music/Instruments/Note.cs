namespace SoraFunctions.Media.Sound.Music.Instruments;

/// <summary>One sound of the score.</summary>
/// <param name="Voice">What plays it.</param>
/// <param name="Time">Seconds from the first frame.</param>
/// <param name="Seconds">How long it is held; struck things ring as long as they do.</param>
/// <param name="Key">MIDI key, 60 is middle C; ignored by percussion.</param>
/// <param name="Force">0 to 1.</param>
/// <param name="Pan">-1 left to 1 right.</param>
internal readonly record struct Note(Voice Voice, double Time, double Seconds, int Key, double Force, double Pan = 0)
{
    /// <summary>Equal temperament, A4 is 440 Hz.</summary>
    public double Hertz => 440 * Math.Pow(2, (Key - 69) / 12.0);
}
