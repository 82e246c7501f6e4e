using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Walls;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>The walls between tenants, on PostgreSQL.</summary>
public sealed class WallsOnPostgresTests(PostgresServer server) : WallTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, source));
    }
}
