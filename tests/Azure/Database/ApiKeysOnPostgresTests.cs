using Npgsql;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Api.Tests.Authentication;
using SoraFunctions.Azure.Database;

namespace SoraFunctions.Azure.Tests.Database;

/// <summary>What ApiKeyTests says, on PostgreSQL.</summary>
public sealed class ApiKeysOnPostgresTests(PostgresServer server) : ApiKeyTests, IClassFixture<PostgresServer>
{
    protected override async Task<ApiHost> Start()
    {
        var source = NpgsqlDataSource.Create(server.Owner(await server.NewDatabase()));
        return await ApiHost.Start(use: database => PostgresDatabase.UseSource(database, source));
    }
}
