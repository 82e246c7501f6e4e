namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>One activity of the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The type of its input.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="Run">Its code; the services are those of one scope made for this run.</param>
public sealed record ActivityEntry(
    string Name, Type Input, Type Output, Func<IServiceProvider, object?, CancellationToken, Task<object?>> Run);
