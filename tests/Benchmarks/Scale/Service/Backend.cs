namespace SoraFunctions.Benchmarks.Scale.Service;

/// <summary>What carries the orchestrations.</summary>
internal enum Backend
{
    /// <summary>Durable Functions on Azure Storage.</summary>
    Storage,

    /// <summary>Durable Task Scheduler, Consumption.</summary>
    Consumption,

    /// <summary>Durable Task Scheduler, Dedicated, three capacity units.</summary>
    Dedicated,
}
