namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>What a job does at a station.</summary>
internal enum StepKind
{
    /// <summary>Waits for a server, is served, leaves it.</summary>
    Serve,

    /// <summary>Waits for a server and keeps it through the steps that follow.</summary>
    Take,

    /// <summary>Leaves the server that it took.</summary>
    Give,
}

/// <summary>How service times vary around their mean.</summary>
internal enum Spread
{
    /// <summary>Not at all.</summary>
    Fixed,

    /// <summary>Erlang of order 4: half the mean as standard deviation.</summary>
    Some,

    /// <summary>Exponentially.</summary>
    Exponential,
}

/// <summary>One thing that a job does.</summary>
/// <param name="Kind">What.</param>
/// <param name="Station">Index of the station; of the first one, where the station has partitions.</param>
/// <param name="Seconds">Mean service time of <see cref="StepKind.Serve"/>.</param>
/// <param name="Spread">How it varies.</param>
/// <param name="Partitions">How many stations share the load, by the hash of job and <paramref name="Key"/>.</param>
/// <param name="Key">What the partition is chosen by, beside the job.</param>
/// <param name="First">Whether it goes before those that are not.</param>
internal readonly record struct Step(
    StepKind Kind, int Station, double Seconds = 0, Spread Spread = Spread.Fixed, int Partitions = 1, int Key = 0, bool First = false);
