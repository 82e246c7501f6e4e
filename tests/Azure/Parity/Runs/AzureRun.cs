using Microsoft.DurableTask;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Azure.Tests.Doubles;
using SoraFunctions.Azure.Tests.Durable.Engine;
using SoraFunctions.Pipeline.Data;

namespace SoraFunctions.Azure.Tests.Parity.Runs;

/// <summary>A scenario through the functions of the app.</summary>
internal static class AzureRun
{
    public static async Task<Account> Of(Scenario scenario, Func<Exception, TaskFailureDetails> trip)
    {
        var journal = new Journal();
        await using var host = await AzureHost.Start(services => services.AddSingleton(scenario.Catalog(journal)));
        scenario.Set(host.Services.GetRequiredService<CannedWorker>());
        var hub = new Hub(host, trip);
        hub.Start("Video", Orders.VideoId, await host.Accept(scenario.Request));
        await hub.Run();
        var row = await host.Use(services => services.GetRequiredService<SoraDatabase>().Videos.AsNoTracking().SingleAsync());
        return new Account(
            [.. journal.Asked],
            [.. journal.Ran],
            [
                .. hub.Instances.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Select(one => $"{one.Id} {one.Status} {one.Output}"),
                $"{row.Status} {row.ErrorCode} {row.ErrorMessage}",
            ]);
    }
}
