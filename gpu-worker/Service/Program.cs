using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Service;
using SoraFunctions.Service.Http;
using SoraFunctions.Service.Models;
using SoraFunctions.Telemetry;

if (args is ["helper-models", var packages, var folder])
{
    return HelperModelFolder.Fill(packages, folder);
}

var builder = WebApplication.CreateSlimBuilder(args);
var settings = WorkerSettings.Read(builder.Configuration);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Grace + TimeSpan.FromSeconds(5));
builder.Services.AddSoraTelemetry("sora-worker");
builder.Services.AddSingleton(services => StandardDesk.Open(
    settings.Desk, TimeProvider.System, services.GetRequiredService<ILogger<RenderDesk>>()));
builder.Services.AddHostedService(services => new DrainAtEnd(services.GetRequiredService<RenderDesk>(), settings.Grace));

var app = builder.Build();
app.MapRenderDesk(app.Services.GetRequiredService<RenderDesk>(), settings.Http);
AppDomain.CurrentDomain.UnhandledException += (_, death) =>
    app.Services.GetRequiredService<RenderDesk>().LeaveLastWords((Exception)death.ExceptionObject);
await app.RunAsync();
return 0;

// The web SDK would make it public, and it would clash with the Program of the host that refers to this one.
internal partial class Program;
