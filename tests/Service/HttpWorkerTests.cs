using SoraFunctions.Service.Http;

namespace SoraFunctions.Service.Tests;

public sealed class HttpWorkerTests : WorkerSpecification
{
    private HttpHost _host = null!;

    public override async Task InitializeAsync()
    {
        _host = await HttpHost.Start(Under.Desk, new DeskHttp { Token = "secret" });
        Worker = _host.Worker("secret");
    }

    public override async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await base.DisposeAsync();
    }
}
