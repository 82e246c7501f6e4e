using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Campaigns;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>What CampaignTests says, on PostgreSQL.</summary>
public sealed class CampaignsOnPostgresTests(PostgresServer server) : CampaignTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, source));
    }
}
