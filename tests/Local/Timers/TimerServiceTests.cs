using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.Local.Tests.Durable;
using SoraFunctions.Local.Timers;
using SoraFunctions.Pipeline.Timers;

namespace SoraFunctions.Local.Tests.Timers;

public sealed class TimerServiceTests : IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));
    private readonly ManualClock _clock = new();
    private readonly Channel<string> _runs = Channel.CreateUnbounded<string>();

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Timers_run_at_once_and_then_each_after_its_own_time()
    {
        using var service = await Start(Entry("often", 5), Entry("seldom", 60));

        Assert.Equal(["often", "seldom"], (await Next(2)).Order());
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            Assert.Equal(["often"], await Next(1));
        }

        _clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal(["often", "seldom"], (await Next(2)).Order());
        await service.StopAsync(_patience.Token);
    }

    [Fact]
    public async Task A_timer_that_fails_runs_again()
    {
        using var service = await Start(Entry("clumsy", 5, () => throw new InvalidOperationException("oh")));

        await Next(1);
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(["clumsy"], await Next(1));
        await service.StopAsync(_patience.Token);
    }

    [Fact]
    public async Task Every_run_has_services_of_its_own()
    {
        var services = new ServiceCollection().AddScoped<object>();
        var seen = Channel.CreateUnbounded<object>();
        using var service = await Start(
            [new TimerEntry("one", TimeSpan.FromMinutes(5), async (provider, cancellation) =>
                await seen.Writer.WriteAsync(provider.GetRequiredService<object>(), cancellation))],
            services);
        var first = await seen.Reader.ReadAsync(_patience.Token);

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.NotSame(first, await seen.Reader.ReadAsync(_patience.Token));
        await service.StopAsync(_patience.Token);
    }

    [Fact]
    public void The_periods_of_the_service_can_be_written_as_cron_expressions() => Assert.All(TimerCatalog.All, timer => Assert.True(
        timer.Every < TimeSpan.FromHours(1)
            ? timer.Every.Ticks % TimeSpan.TicksPerMinute == 0 && 60 % timer.Every.TotalMinutes == 0
            : timer.Every.Ticks % TimeSpan.TicksPerHour == 0 && 24 % timer.Every.TotalHours == 0));

    private TimerEntry Entry(string name, int minutes, Action? work = null) => new(name, TimeSpan.FromMinutes(minutes), async (_, cancellation) =>
    {
        await _runs.Writer.WriteAsync(name, cancellation);
        work?.Invoke();
    });

    private Task<TimerService> Start(params TimerEntry[] timers) => Start(timers, new ServiceCollection());

    private async Task<TimerService> Start(IReadOnlyList<TimerEntry> timers, IServiceCollection services)
    {
        var service = new TimerService(
            timers,
            services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
            _clock,
            NullLogger<TimerService>.Instance);
        await service.StartAsync(_patience.Token);
        await _clock.TimersSet(timers.Count, _patience.Token);
        return service;
    }

    private async Task<List<string>> Next(int count)
    {
        var names = new List<string>();
        while (names.Count < count)
        {
            names.Add(await _runs.Reader.ReadAsync(_patience.Token));
        }

        return names;
    }
}
