namespace SoraFunctions.Api.Tests.Hosting;

/// <summary>One host for all tests of a class that leave nothing behind.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public ApiHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await ApiHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
