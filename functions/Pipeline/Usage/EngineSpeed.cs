namespace SoraFunctions.Pipeline.Usage;

/// <summary>How fast an engine was of late.</summary>
/// <param name="WorkPerMegapixel">Thousandths of a second of work for a million pixels.</param>
/// <param name="WorkPerSecond">Seconds of work for a second of video.</param>
/// <param name="OnGpu">Whether a GPU did it.</param>
/// <param name="Clips">How many clips that was measured on.</param>
public sealed record EngineSpeed(double WorkPerMegapixel, double WorkPerSecond, bool OnGpu, int Clips);
