using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>The store in a blob container, against a real server.</summary>
public sealed class BlobStoreTests(StorageServer server) : StoreSpecification, IClassFixture<StorageServer>
{
    private Uri _container = null!;

    public override async Task InitializeAsync()
    {
        _container = await server.NewContainer();
        Store = Another();
    }

    public override Task DisposeAsync() => Task.CompletedTask;

    protected override IStore Another() => new BlobStore(_container, null);

    [Fact]
    public async Task Server_that_is_gone_is_told_as_such_and_found_again()
    {
        await Store.Write("open/a", Jobs.Bytes("one"), null, default);
        server.Stop();
        try
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => Store.Read("open/a", default));
        }
        finally
        {
            await server.Start();
        }

        Assert.Equal(Jobs.Bytes("one"), (await Store.Read("open/a", default))!.Content);
    }

    [Fact]
    public async Task Job_outlasts_a_server_that_is_gone_for_a_while()
    {
        await using var desk = new DeskUnderTest(options => options with { Store = Another(), Look = TimeSpan.FromSeconds(0.1) });
        var go = new TaskCompletionSource();
        desk.Engine.Middle = (_, _, _, cancellation) => go.Task.WaitAsync(cancellation);
        await desk.Worker.Submit("k", Jobs.Shot(1), default);
        await desk.Engine.Begun;
        server.Stop();
        go.SetResult();
        while (desk.Desk.Trouble is null)
        {
            await Task.Delay(50);
        }

        await server.Start();

        var end = await desk.Worker.End("k");
        Assert.Equal(Contract.Renders.RenderState.Completed, end.State);
        Assert.Equal(FakeEngine.ClipOf(1), await desk.Worker.Read(end.Outputs[0].Sha256));
        Assert.Equal(1, desk.Engine.Renders);
    }

    [Fact]
    public async Task Address_without_a_right_to_it_is_told_as_such()
    {
        var stranger = new BlobStore(new Uri(_container.GetLeftPart(UriPartial.Path) + "?sig=none"), null);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => stranger.Read("open/a", default));
        Assert.Contains("403", error.Message);
    }
}
