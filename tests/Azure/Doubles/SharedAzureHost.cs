namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>One host for all tests of a class that leave nothing behind.</summary>
public sealed class SharedAzureHost : IAsyncLifetime
{
    internal AzureHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await AzureHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
