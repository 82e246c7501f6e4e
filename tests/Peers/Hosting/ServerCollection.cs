namespace SoraFunctions.Peers.Tests.Hosting;

/// <summary>One server for all peers, one peer at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<SoraServer>
{
    public const string Name = "sora serve";
}
