using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Local.Timers;

/// <summary>Runs the timers of the service: each at once, then again after its time; a run that fails is logged and the next one comes.</summary>
/// <param name="timers">What recurs.</param>
/// <param name="scopes">Makes the services of each run.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Where failures go.</param>
internal sealed class TimerService(
    IReadOnlyList<TimerEntry> timers, IServiceScopeFactory scopes, TimeProvider time, ILogger<TimerService> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(timers.Select(timer => Repeat(timer, stoppingToken)));

    private async Task Repeat(TimerEntry timer, CancellationToken stopping)
    {
        using var tick = new PeriodicTimer(timer.Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await timer.Run(scope.ServiceProvider, stopping);
            }
            catch (Exception error) when (!stopping.IsCancellationRequested)
            {
                log.LogError(error, "The timer {Timer} failed; it runs again in {Every}.", timer.Name, timer.Every);
            }
        }
        while (await tick.WaitForNextTickAsync(stopping));
    }
}
