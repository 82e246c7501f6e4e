using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SoraFunctions.CrashHost;
using SoraFunctions.Local.Durable;

if (args is not [var name, var folder] || !CrashScenario.All.TryGetValue(name, out var make))
{
    Console.Error.WriteLine($"Usage: {nameof(SoraFunctions.CrashHost)} {string.Join('|', CrashScenario.All.Keys)} FOLDER");
    return 2;
}

using var journal = new Journal(folder);
var deaths = new Deaths(journal, folder, Environment.GetEnvironmentVariable(Deaths.Variable));
var scenario = make(folder, journal, deaths);
await using var services = scenario.Services.BuildServiceProvider();
var runner = new DurableRunner(
    new DurableRunnerOptions { Folder = folder, Json = scenario.Json, Failpoint = deaths.At },
    scenario.Catalog,
    services.GetRequiredService<IServiceScopeFactory>(),
    TimeProvider.System,
    NullLogger<DurableRunner>.Instance);
await runner.StartAsync(CancellationToken.None);
await scenario.Drive(runner);
await runner.StopAsync(CancellationToken.None);
return 0;
