using Microsoft.Extensions.Hosting;

namespace SoraFunctions.Service;

/// <summary>Drains the desk when the program is told to end, before the server stops listening: probes and callers are answered meanwhile.</summary>
/// <param name="desk">The desk.</param>
/// <param name="grace">How long what runs may go on.</param>
internal sealed class DrainAtEnd(RenderDesk desk, TimeSpan grace) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => desk.Drain(grace);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
