namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>Where a measurement comes from.</summary>
/// <param name="Date">Day.</param>
/// <param name="Machine">Processor, cores, system.</param>
/// <param name="Command">What repeats it.</param>
internal sealed record MeasuredWhere(string Date, string Machine, string Command);
