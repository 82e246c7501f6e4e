using System.Text;
using Azure.Core.Pipeline;
using SoraFunctions.Azurite.Tests.Hosting;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Azurite.Tests;

/// <summary>The store of the worker as an identity reaches it: over https with bearer tokens. All else it does is tested with the worker.</summary>
public sealed class WorkerStoreTests(AzuriteServer server) : IClassFixture<AzuriteServer>
{
    [Fact]
    public async Task Identity_reads_writes_and_lists_under_conditions()
    {
        var container = server.Service.GetBlobContainerClient("worker");
        await container.CreateIfNotExistsAsync();
        var store = new BlobStore(container.Uri, new FakeTokens(), new HttpClientTransport(server.Trusting()));

        var tag = await store.Write("open/a", Encoding.UTF8.GetBytes("one"), null, default);

        Assert.Null(await store.Write("open/a", Encoding.UTF8.GetBytes("two"), null, default));
        Assert.Equal(tag, (await store.Read("open/a", default))!.Tag);
        Assert.Equal([new StoredName("open/a", tag!)], await store.List("open", default));
        Assert.NotNull(await store.Write("open/a", Encoding.UTF8.GetBytes("two"), tag, default));
    }
}
