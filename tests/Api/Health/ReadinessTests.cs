using System.Net;
using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_server_that_reaches_database_and_blobs_is_ready()
    {
        await using var host = await ApiHost.Start();

        using var answer = await host.NewClient(null).GetAsync("/readyz");

        Assert.Equal((HttpStatusCode.OK, "ok"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_server_without_its_blobs_says_so_and_nothing_else()
    {
        await using var host = await ApiHost.Start();
        host.Blobs.Broken = new IOException("https://account.secret.example is down");

        using var answer = await host.NewClient(null).GetAsync("/readyz");

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "the blobs can't be reached"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
