using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoraFunctions.Service;
using SoraFunctions.Service.Http;
using SoraFunctions.Telemetry;

var builder = WebApplication.CreateSlimBuilder(args);
var settings = WorkerSettings.Read(builder.Configuration);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

// Orchestrators give a container 30 s between SIGTERM and SIGKILL; what is not finished by then stays resumable anyhow.
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
builder.Services.AddSoraTelemetry("sora-worker");
builder.Services.AddSingleton(services => StandardDesk.Open(
    settings.Desk, TimeProvider.System, services.GetRequiredService<ILogger<RenderDesk>>()));

var app = builder.Build();
app.MapRenderDesk(app.Services.GetRequiredService<RenderDesk>(), settings.Http);
await app.RunAsync();

// The web SDK would make it public, and it would clash with the Program of the host that refers to this one.
internal partial class Program;
