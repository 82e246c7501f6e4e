namespace SoraFunctions.Benchmarks.Film;

/// <summary>What a program and everything that it started took.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Processor">User and system time.</param>
/// <param name="First">From its start to the word <c>first</c> on its output: the first frame went to the encoder.</param>
/// <param name="PeakMegabytes">Most memory of its own at a time, in MiB: anonymous and shared, shared pages divided among their users.</param>
internal sealed record Usage(TimeSpan Wall, TimeSpan Processor, TimeSpan First, double PeakMegabytes);
