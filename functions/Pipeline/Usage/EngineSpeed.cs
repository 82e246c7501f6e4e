namespace SoraFunctions.Pipeline.Usage;

/// <summary>How fast an engine was of late.</summary>
/// <param name="WorkPerMegapixel">Thousandths of a second of work for a million pixels.</param>
/// <param name="WorkPerSecond">Seconds of work for a second of video.</param>
/// <param name="GpuPerSecond">Of them those of a GPU, as its workers measured; 0 for none.</param>
/// <param name="Clips">How many clips that was measured on.</param>
public sealed record EngineSpeed(double WorkPerMegapixel, double WorkPerSecond, double GpuPerSecond, int Clips)
{
    /// <summary>Which part of the work a GPU did, 0 to 1.</summary>
    public double GpuPart => WorkPerSecond > 0 ? GpuPerSecond / WorkPerSecond : 0;
}
