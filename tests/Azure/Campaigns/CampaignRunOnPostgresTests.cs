using Npgsql;
using SoraFunctions.Azure.Database;
using SoraFunctions.Azure.Tests.Database;

namespace SoraFunctions.Azure.Tests.Campaigns;

public sealed class CampaignRunOnPostgresTests(PostgresServer server) : CampaignRunTests, IClassFixture<PostgresServer>
{
    private NpgsqlDataSource _source = null!;

    public override async Task InitializeAsync()
    {
        _source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()).Replace(";Pooling=false", ""));
        Host = await CampaignHost.Start(database => PostgresDatabase.UseSource(database, _source));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _source.DisposeAsync();
    }
}
