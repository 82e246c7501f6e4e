using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service.Tests.Stores;

/// <summary>The store in a folder.</summary>
public sealed class FolderStoreTests : StoreSpecification
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-store-").FullName;

    public override Task InitializeAsync()
    {
        Store = Another();
        return Task.CompletedTask;
    }

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override IStore Another() => new FolderStore(_folder);
}
